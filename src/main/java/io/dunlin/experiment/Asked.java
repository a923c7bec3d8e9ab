package io.dunlin.experiment;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Guess;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** What somebody asked for, as it came; null where they left it out. */
public record Asked(
        LocalDate from, LocalDate asOf, String primary, Integer looks, Integer attributionDays, String currency) {
    private static final int MOST_LOOKS = 100;
    private static final int LONGEST_ATTRIBUTION = 90;
    private static final int USUAL_ATTRIBUTION = 14;
    private static final List<String> METRICS = Arrays.stream(Metric.values())
            .filter(metric -> metric != Metric.COLLECTED_BEFORE)
            .map(Metric::name)
            .toList();

    /** Refuses with everything that is wrong. */
    Question question() {
        var findings = new Findings();
        if (primary != null && !METRICS.contains(primary)) {
            var meant = Guess.nearest(primary, METRICS)
                    .map(name -> " Did you mean `" + name + "`?")
                    .orElse("");
            findings.field("primary", "must be one of " + String.join(", ", METRICS) + "." + meant);
        }
        between(findings, "looks", looks, 1, MOST_LOOKS);
        between(findings, "attributionDays", attributionDays, 0, LONGEST_ATTRIBUTION);
        if (currency != null && !isCurrency(currency)) {
            findings.field("currency", "`" + currency + "` is not a currency; give its ISO 4217 code, such as EUR.");
        }
        findings.refuseIfAny(Problem.BAD_REQUEST);
        return new Question(
                primary == null ? Metric.COLLECTED : Metric.valueOf(primary),
                looks == null ? 1 : looks,
                attributionDays == null ? USUAL_ATTRIBUTION : attributionDays);
    }

    private static void between(Findings findings, String field, Integer value, int low, int high) {
        if (value != null && (value < low || value > high)) {
            findings.field(field, "must be from " + low + " to " + high + ".");
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    String currencyOr(String base) {
        return currency == null ? base : currency;
    }
}
