package io.dunlin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Two things every other scenario needs: {@code done: [REMINDER 1 -30 days, CALL -12 days]} are steps confirmed on every
 * invoice, {@code history: {onTime: 3, late: 4, daysLate: 20}} are invoices of the last year that are settled.
 */
final class Shorthands {
    private static final Pattern DONE = Pattern.compile("([A-Z_]+)(?: ([1-9]))? ([+-].+|today|\\d{4}-\\d\\d-\\d\\d)");

    private final RelativeDates dates;
    private final ObjectNode account;

    Shorthands(RelativeDates dates, ObjectNode account) {
        this.dates = dates;
        this.account = account;
    }

    void read(ObjectNode given) throws ScenarioUnreadable {
        for (var step : given.path("done")) {
            done(step.asText());
        }
        var history = given.path("history");
        if (history.path("onTime").asInt() + history.path("late").asInt() > 14) {
            throw new ScenarioUnreadable("`history` has room for 14 invoices");
        }
        for (int i = 0; i < history.path("onTime").asInt(); i++) {
            settled("PAID-ON-TIME-" + i, dates.asOf().minusDays(65 + 20L * i), 0);
        }
        for (int i = 0; i < history.path("late").asInt(); i++) {
            settled(
                    "PAID-LATE-" + i,
                    dates.asOf().minusDays(75 + 20L * i),
                    history.path("daysLate").asInt(1));
        }
    }

    private void done(String text) throws ScenarioUnreadable {
        var matcher = DONE.matcher(text);
        if (!matcher.matches()) {
            throw new ScenarioUnreadable("`" + text + "` under `done` is not like `REMINDER 1 -30 days`");
        }
        var action = ScenarioReader.action(matcher.group(1));
        var contacts = account.withArray("contacts");
        var contact = contacts.addObject()
                .put("id", "done-" + (contacts.size() + 1))
                .put("customer", customer())
                .put("on", dates.resolve(matcher.group(3)))
                .put("channel", action.channel().name())
                .put("by", "Kim");
        var steps = contact.putArray("steps");
        for (var invoice : account.withArray("invoices")) {
            steps.addObject()
                    .put("invoice", invoice.path("id").asText())
                    .put("action", action.name())
                    .put("level", matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
        }
    }

    private String customer() {
        return account.path("customer").path("id").asText();
    }

    private void settled(String id, LocalDate due, int daysLate) {
        account.withArray("invoices")
                .addObject()
                .put("id", id)
                .put("customer", customer())
                .put("issued", due.minusDays(30).toString())
                .put("due", due.toString())
                .put("amount", 100)
                .put("currency", "EUR");
        account.withArray("payments")
                .addObject()
                .put("id", "for-" + id)
                .put("customer", customer())
                .put("invoice", id)
                .put("on", due.plusDays(daysLate).toString())
                .put("amount", 100)
                .put("currency", "EUR");
    }
}
