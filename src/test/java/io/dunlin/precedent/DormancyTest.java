package io.dunlin.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Book;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every day is asked of the rules themselves, over a winter with its free days. */
class DormancyTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final Days DAYS =
            Days.working(FIRST, FIRST.plusDays(130), day -> new Book(day, day, Rates.NONE, null));
    private static final Days.Calendar CALENDAR = DAYS.calendar("DE");
    private static final int GRACE = 2;
    private static final String MANIFEST = """
            name: any
            purpose: a test
            currency: EUR
            ladder: [CALL]
            holds: { graceDays: 2 }
            """;
    private static final List<String> FIELDS =
            List.of("daysOverdue", "delinquentDays", "daysUntilDue", "daysSinceLastAction");
    private static final List<String> OPERATORS = List.of(">=", ">", "<=", "<", "==", "!=");

    @Test
    void nothingCanBeWantedBeforeItEnds() {
        var random = new Random(3);
        for (int n = 0; n < 60; n++) {
            var rules = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                    .mapToObj(i -> condition(random))
                    .toList();
            var strategy = compiled(rules);
            for (int k = 0; k < 60; k++) {
                var its = new Case(random);
                assertThat(its.ends(strategy)).as("%s %s", rules, its).isLessThanOrEqualTo(its.first(strategy));
            }
        }
    }

    @Test
    void itLastsAsLongAsItCan() {
        var random = new Random(4);
        int found = 0;
        for (int n = 0; n < 120; n++) {
            var rule = all(
                    random,
                    List.of(">=", ">", "<=", "<", "=="),
                    List.of("daysOverdue", "daysUntilDue", "daysSinceLastAction"));
            var strategy = compiled(List.of(rule));
            for (int k = 0; k < 30; k++) {
                var its = new Case(random);
                int first = its.first(strategy);
                if (first < CALENDAR.after() && !leavesAGap(strategy, its, first)) {
                    assertThat(its.ends(strategy)).as("%s %s", rule, its).isEqualTo(first);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    /** Where free days skip the wanted number of days left, it is looked at a little early. */
    private static boolean leavesAGap(Compiled strategy, Case its, int first) {
        var condition = strategy.rules().get(0).condition();
        return !Span.of(condition, "daysUntilDue").equals(Span.ALL) && its.due >= first - CALENDAR.mostGap();
    }

    private static final class Case {
        private final int day;
        private final int due;
        private final Dossier.Steps steps;

        private Case(Random random) {
            this.day = DAYS.first() + random.nextInt(30);
            this.due = DAYS.first() - 20 + random.nextInt(80);
            this.steps = random.nextInt(4) == 0 ? null : new Dossier.Steps();
            if (steps != null && random.nextInt(5) > 0) {
                steps.add("1", day - random.nextInt(25), Action.CALL.ordinal(), 1);
            }
        }

        int ends(Compiled strategy) {
            return Dormancy.of(strategy.rules(), strategy.manifest().holds()).ends(day, due, steps, CALENDAR);
        }

        int first(Compiled strategy) {
            for (int on = day; on < CALENDAR.after(); on++) {
                var invoice = invoice(on);
                if (strategy.rules().stream().anyMatch(rule -> rule.condition().holds(invoice))) {
                    return on;
                }
            }
            return Integer.MAX_VALUE;
        }

        private Invoice invoice(int on) {
            int late = on - due;
            int left = late > 0 ? -late : -late - CALENDAR.gap(on);
            boolean untouched = steps == null || steps.lastAction < 0;
            var zero = BigDecimal.ZERO;
            return new Invoice(
                    Profile.NOBODY,
                    new Invoice.Paper("", Days.date(due - 30), Days.date(due), zero, true, Invoice.Charge.NONE),
                    new Invoice.Age(late, 0, Math.max(0, late - GRACE), left, 0),
                    new Invoice.Amounts(zero, zero, zero, zero, zero, zero, zero, zero, zero),
                    new Invoice.Agreement(Invoice.PromiseState.NONE, 0, false, 0, 0),
                    new Invoice.Ladder(0, null, null, untouched ? null : on - steps.lastOn, Set.of(), 0),
                    new Invoice.Goods(false, false, zero));
        }

        @Override
        public String toString() {
            return "on %d, due on %d, last step %s".formatted(day, due, steps == null ? "never" : steps.lastOn);
        }
    }

    private static Compiled compiled(List<String> conditions) {
        var rules = IntStream.range(0, conditions.size())
                .mapToObj(i ->
                        "rule \"A%d any\"\n@owner( test )\nwhen\n$i : Invoice( %s )\nthen\npropose( $i, CALL, \"because\" );\nend\n"
                                .formatted(i, conditions.get(i)))
                .collect(Collectors.joining());
        var drl = "package any;\nimport io.dunlin.vocabulary.*;\n" + rules;
        try {
            return StrategyCompiler.compile(
                    new StrategyFiles("any", new TreeMap<>(Map.of(StrategyFiles.MANIFEST, MANIFEST, "any.drl", drl))));
        } catch (StrategyRefused e) {
            throw new AssertionError(drl + e.getMessage(), e);
        }
    }

    private static String condition(Random random) {
        return random.nextInt(3) == 0
                ? "( " + all(random, OPERATORS, FIELDS).replace(", ", " && ") + " || "
                        + comparison(random, OPERATORS, FIELDS) + " )"
                : all(random, OPERATORS, FIELDS);
    }

    private static String all(Random random, List<String> operators, List<String> fields) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> comparison(random, operators, fields))
                .collect(Collectors.joining(", "));
    }

    private static String comparison(Random random, List<String> operators, List<String> fields) {
        var field = fields.get(random.nextInt(fields.size()));
        return field + " " + operators.get(random.nextInt(operators.size())) + " " + random.nextInt(20);
    }
}
