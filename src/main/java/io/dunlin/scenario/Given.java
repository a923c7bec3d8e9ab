package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.book.Account;
import io.dunlin.book.Book;
import java.time.LocalDate;
import java.util.Set;

/**
 * The facts of a scenario, in the words of the book. What is left out is filled in, so that a case is only what matters:
 * a German company with every address, a confirmed contact and a collector; an invoice over 1,000 EUR with 30 days to
 * pay; fresh bank data. A fact that is not to be known is written as {@code null}.
 */
final class Given {
    private static final Set<String> BY_INVOICE = Set.of("payments", "credits", "disputes", "deductions", "promises");
    private static final Set<String> FACTS = Set.of(
            "customer",
            "invoice",
            "invoices",
            "payments",
            "credits",
            "disputes",
            "deductions",
            "promises",
            "plans",
            "contacts",
            "holds",
            "overrides",
            "payer",
            "groupContacts",
            "done",
            "history",
            "book");

    private final RelativeDates dates;
    private final String id;
    private final ObjectNode account = ScenarioFiles.YAML.createObjectNode();
    private ObjectNode book = ScenarioFiles.YAML.createObjectNode();

    Given(RelativeDates dates) {
        this(dates, "C1");
    }

    private Given(RelativeDates dates, String id) {
        this.dates = dates;
        this.id = id;
    }

    void read(ObjectNode written) throws ScenarioUnreadable {
        for (var fact : (Iterable<String>) written::fieldNames) {
            if (!FACTS.contains(fact)) {
                throw new ScenarioUnreadable("unknown fact `" + fact + "` is given; known are " + FACTS);
            }
        }
        var given = (ObjectNode) dates.resolveAll(written.deepCopy());
        if (given.has("invoice")) {
            given.putArray("invoices").add(given.remove("invoice"));
        }
        account.set("customer", over(customer(), given.path("customer")));
        list(given, "invoices").forEach(this::invoice);
        for (var fact : BY_INVOICE) {
            for (var item : list(given, fact)) {
                add(fact, over(ofInvoice(fact, item), item));
            }
        }
        list(given, "plans").forEach(plan -> add("plans", over(plan(), plan)));
        list(given, "holds").forEach(hold -> add("holds", over(hold(), hold)));
        list(given, "overrides").forEach(order -> add("overrides", over(override(), order)));
        list(given, "groupContacts").forEach(contact -> add("groupContacts", over(groupContact(), contact)));
        if (given.has("payer")) {
            payer((ObjectNode) given.path("payer"));
        }
        list(given, "contacts").forEach(contact -> add("contacts", over(contact(), contact)));
        new Shorthands(dates, account).read(given);
        book = over(bookOfTheDay(), given.path("book"));
    }

    /** Who pays for the customer, given in the same words. */
    private void payer(ObjectNode written) throws ScenarioUnreadable {
        var payer = new Given(dates, "PAYER");
        payer.read(written);
        ((ObjectNode) account.get("customer"))
                .set("payer", payer.account.path("customer").get("id"));
        account.set("payer", payer.account);
    }

    Account account() throws JacksonException {
        return ScenarioFiles.YAML.treeToValue(account, Account.class);
    }

    Book book() throws JacksonException {
        return ScenarioFiles.YAML.treeToValue(book, Book.class);
    }

    private ObjectNode customer() {
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
                .put("collector", "Kim");
    }

    private void invoice(JsonNode written) {
        var due = written.path("due").isTextual()
                ? LocalDate.parse(written.path("due").asText())
                : dates.asOf();
        var invoice = ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "INV-" + (array("invoices").size() + 1))
                .put("customer", id)
                .put("issued", due.minusDays(30).toString())
                .put("due", due.toString())
                .put("amount", 1000)
                .put("currency", "EUR");
        add("invoices", over(invoice, written));
    }

    private ObjectNode ofInvoice(String fact, JsonNode item) throws ScenarioUnreadable {
        var defaults = ScenarioFiles.YAML
                .createObjectNode()
                .put("id", fact + "-" + (array(fact).size() + 1));
        if (!item.has("invoice")) {
            if (array("invoices").size() != 1) {
                throw new ScenarioUnreadable("say which `invoice` each of the `" + fact + "` is about, or null");
            }
            defaults.set("invoice", array("invoices").get(0).get("id"));
        }
        if (fact.equals("payments") || fact.equals("credits")) {
            return defaults.put("customer", id).put("currency", "EUR");
        }
        return fact.equals("promises") ? defaults : defaults.put("reason", "as the scenario says");
    }

    private ObjectNode plan() {
        var plan = ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "plan-" + (array("plans").size() + 1))
                .put("customer", id);
        var invoices = plan.putArray("invoices");
        array("invoices").forEach(invoice -> invoices.add(invoice.get("id")));
        return plan;
    }

    private ObjectNode hold() {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "hold-" + (array("holds").size() + 1))
                .put("customer", id)
                .put("reason", "as the scenario says")
                .put("from", dates.daysAgo(1))
                .put("by", "Kim");
    }

    private ObjectNode override() {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "override-" + (array("overrides").size() + 1))
                .put("customer", id)
                .put("reason", "OTHER")
                .put("text", "as the scenario says")
                .put("from", dates.daysAgo(1))
                .put("by", "Kim");
    }

    private ObjectNode groupContact() {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "group-contact-" + (array("groupContacts").size() + 1))
                .put("customer", "SISTER")
                .put("channel", "PHONE");
    }

    private ObjectNode contact() {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("id", "contact-" + (array("contacts").size() + 1))
                .put("customer", id)
                .put("channel", "PHONE")
                .put("by", "Kim");
    }

    private ObjectNode bookOfTheDay() {
        return ScenarioFiles.YAML
                .createObjectNode()
                .put("asOf", dates.asOf().toString())
                .put("bankDataUpTo", dates.asOf().toString());
    }

    private static ObjectNode over(ObjectNode defaults, JsonNode written) {
        if (written instanceof ObjectNode object) {
            defaults.setAll(object);
        }
        return defaults;
    }

    private static Iterable<JsonNode> list(ObjectNode given, String fact) {
        return given.path(fact);
    }

    private ArrayNode array(String fact) {
        return account.withArray(fact);
    }

    private void add(String fact, ObjectNode item) {
        array(fact).add(item);
    }
}
