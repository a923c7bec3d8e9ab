package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two things every other scenario needs: {@code done: [REMINDER 1 -30 days, CALL -12 days]} are steps confirmed on every
 * invoice, {@code history: {onTime: 3, late: 4, daysLate: 20}} are invoices of the last year that are settled.
 */
final class Shorthands {
    private static final Pattern DONE =
            Pattern.compile("([A-Z_]+)(?: ([1-9]))?(?: ([+-d].+|today|\\d{4}-\\d\\d-\\d\\d))?");
    private static final String SETTLED = "PAID-";
    static final int MOST_HISTORY = 14;

    private final RelativeDates dates;
    private final ObjectNode account;

    record History(int onTime, int late, int daysLate) {}

    Shorthands(RelativeDates dates, ObjectNode account) {
        this.dates = dates;
        this.account = account;
    }

    /** Those that the scenario is about, without the settled ones. */
    static List<JsonNode> invoices(ObjectNode account) {
        var invoices = new ArrayList<JsonNode>();
        account.withArray("invoices").forEach(invoices::add);
        invoices.removeIf(invoice -> invoice.path("id").asText().startsWith(SETTLED));
        return invoices;
    }

    static Matcher done(String text) {
        return DONE.matcher(text);
    }

    void history(JsonNode history) {
        for (int i = 0; i < history.path("onTime").asInt(); i++) {
            settled(SETTLED + "ON-TIME-" + i, dates.today().minusDays(65 + 20L * i), 0);
        }
        for (int i = 0; i < history.path("late").asInt(); i++) {
            settled(
                    SETTLED + "LATE-" + i,
                    dates.today().minusDays(75 + 20L * i),
                    history.path("daysLate").asInt(1));
        }
    }

    void done(JsonNode steps) {
        for (var step : steps) {
            var matcher = done(step.asText());
            if (matcher.matches()) {
                done(matcher);
            }
        }
    }

    private void done(Matcher step) {
        var action = Action.valueOf(step.group(1));
        var contacts = account.withArray("contacts");
        var number = contacts.size() + 1;
        var contact = contacts.addObject()
                .put("id", "done-" + number)
                .put("customer", account.path("customer").path("id").asText())
                .put("on", step.group(3) == null ? dates.today().toString() : dates.resolve(step.group(3)))
                .put("channel", action.channel().name())
                .put("by", Given.CLERK);
        var steps = contact.putArray("steps");
        for (var invoice : invoices(account)) {
            steps.addObject()
                    .put("invoice", invoice.path("id").asText())
                    .put("action", action.name())
                    .put("level", step.group(2) == null ? 1 : Integer.parseInt(step.group(2)));
        }
    }

    private void settled(String id, LocalDate due, int daysLate) {
        account.withArray("invoices")
                .addObject()
                .put("id", id)
                .put("customer", account.path("customer").path("id").asText())
                .put("issued", due.minusDays(30).toString())
                .put("due", due.toString())
                .put("amount", 100)
                .put("currency", "EUR");
        account.withArray("payments")
                .addObject()
                .put("id", "for-" + id)
                .put("customer", account.path("customer").path("id").asText())
                .put("invoice", id)
                .put("on", due.plusDays(daysLate).toString())
                .put("amount", 100)
                .put("currency", "EUR");
    }
}
