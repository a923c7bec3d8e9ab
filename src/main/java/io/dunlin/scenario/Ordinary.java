package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What a record is where a scenario does not say. */
final class Ordinary {
    private final RelativeDates dates;
    private final ObjectNode account;
    private final boolean happening;

    Ordinary(RelativeDates dates, ObjectNode account) {
        this(dates, account, false);
    }

    private Ordinary(RelativeDates dates, ObjectNode account, boolean happening) {
        this.dates = dates;
        this.account = account;
        this.happening = happening;
    }

    /** Of records that come about on the day itself. */
    Ordinary happening() {
        return new Ordinary(dates, account, true);
    }

    /** Of another account. */
    Ordinary of(ObjectNode other) {
        return new Ordinary(dates, other, happening);
    }

    ObjectNode customer(String id) {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("id", id)
                .put("name", "Example GmbH")
                .put("country", "DE")
                .put("type", "COMPANY")
                .put("email", "billing@example.com")
                .put("phone", "+49 30 0000000")
                .put("address", "Beispielweg 1, 10115 Berlin")
                .put("billingContactConfirmedOn", dates.daysAgo(200))
                .put("collector", Given.CLERK);
    }

    ObjectNode record(Kind kind, JsonNode written) throws ScenarioUnreadable {
        var number = account.withArray(kind.plural()).size() + 1;
        var record = ScenarioFiles.YAML.createObjectNode().put("id", kind.singular() + "-" + number);
        if (kind.has("customer")) {
            record.put("customer", account.path("customer").path("id").asText());
        }
        return kind.plural().equals("invoices") ? invoice(record, number, written) : event(record, kind, written);
    }

    private ObjectNode invoice(ObjectNode record, int number, JsonNode written) {
        var today = dates.today();
        var due = happening ? today.plusDays(30) : today;
        due = written.path("due").isTextual()
                ? LocalDate.parse(written.path("due").asText())
                : due;
        return record.put("id", "INV-" + number)
                .put("issued", (happening ? today : due.minusDays(30)).toString())
                .put("due", due.toString())
                .put("amount", 1000)
                .put("currency", "EUR");
    }

    private ObjectNode event(ObjectNode record, Kind kind, JsonNode written) throws ScenarioUnreadable {
        if (kind.isOfAnInvoice() && !written.has("invoice")) {
            record.set("invoice", onlyInvoice(kind));
        }
        if (kind.has("currency")) {
            record.put("currency", "EUR");
        }
        if (kind.has("reason")) {
            record.put("reason", "as the scenario says");
        }
        switch (kind.plural()) {
            case "plans" ->
                Shorthands.invoices(account)
                        .forEach(invoice -> record.withArray("invoices").add(invoice.get("id")));
            case "contacts" -> record.put("channel", "PHONE").put("by", Given.CLERK);
            case "groupContacts" -> record.put("customer", "SISTER").put("channel", "PHONE");
            case "overrides" ->
                record.put("reason", "OTHER")
                        .put("text", "as the scenario says")
                        .put("from", dates.daysAgo(happening ? 0 : 1))
                        .put("by", Given.CLERK);
            case "holds" -> record.put("from", dates.daysAgo(happening ? 0 : 1)).put("by", Given.CLERK);
            default -> {}
        }
        return happening && kind.has("on") ? record.put("on", dates.today().toString()) : record;
    }

    private JsonNode onlyInvoice(Kind kind) throws ScenarioUnreadable {
        var invoices = Shorthands.invoices(account);
        if (invoices.size() != 1) {
            var message = "which `invoice` is the " + kind.singular() + " about?";
            throw new ScenarioUnreadable(0, message, "say which `invoice`, or `invoice: null` for none");
        }
        return invoices.get(0).get("id");
    }
}
