package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a scenario, in the words of the book, as they grow from step to step. What is left out is filled in, so that
 * a case is only what matters: a German company with every address, a confirmed contact and a collector; an invoice over
 * 1,000 EUR with 30 days to pay; fresh bank data. A fact that is not to be known is written as {@code null}.
 */
final class Given {
    private static final String CUSTOMER = "C1";
    private static final String PAYER = "PAYER";
    static final String CLERK = "Kim";

    private final RelativeDates start;
    private final ObjectNode account = ScenarioFiles.YAML.createObjectNode();
    private final ObjectNode book = ScenarioFiles.YAML.createObjectNode();
    private Given payer;

    Given(LocalDate start) {
        this(RelativeDates.from(start), CUSTOMER);
    }

    private Given(RelativeDates start, String id) {
        this.start = start;
        account.set("customer", new Ordinary(start, account).customer(id));
    }

    /** What was there before the first day. */
    void before(ObjectNode written) throws ScenarioUnreadable {
        add(written, start, new Ordinary(start, account));
        new Shorthands(start, account).history(written.path("history"));
    }

    /** What happens on a day. */
    void on(LocalDate day, ObjectNode written) throws ScenarioUnreadable {
        add(written, start.on(day), new Ordinary(start.on(day), account).happening());
        for (var ended : written.path("ends")) {
            end(ended.asText(), day);
        }
    }

    private void add(ObjectNode written, RelativeDates dates, Ordinary ordinary) throws ScenarioUnreadable {
        var given = (ObjectNode) dates.resolveAll(written.deepCopy());
        over((ObjectNode) account.get("customer"), given.path("customer"));
        for (var kind : Kind.ALL) {
            for (var item : items(kind, given)) {
                var known = find(kind, item.path("id").asText());
                if (known == null) {
                    account.withArray(kind.plural()).add(over(ordinary.record(kind, item), item));
                } else {
                    over(known, item);
                }
            }
        }
        if (given.path("payer") instanceof ObjectNode ofPayer) {
            payer().add(ofPayer, dates, ordinary.of(payer.account));
        }
        new Shorthands(dates, account).done(given.path("done"));
        over(book, given.path("book"));
    }

    /** Who pays for the customer, told in the same words. */
    private Given payer() {
        if (payer == null) {
            payer = new Given(start, PAYER);
            ((ObjectNode) account.get("customer")).put("payer", PAYER);
            account.set("payer", payer.account);
        }
        return payer;
    }

    private static List<JsonNode> items(Kind kind, ObjectNode given) {
        var items = new ArrayList<JsonNode>();
        if (given.has(kind.singular())) {
            items.add(given.get(kind.singular()));
        }
        given.path(kind.plural()).forEach(items::add);
        return items;
    }

    private ObjectNode find(Kind kind, String id) {
        for (var record : account.path(kind.plural())) {
            if (record.path("id").asText().equals(id)) {
                return (ObjectNode) record;
            }
        }
        return null;
    }

    /** @param what the id of a record, or its kind where there is only one of it that has not ended */
    private void end(String what, LocalDate day) throws ScenarioUnreadable {
        var meant = new ArrayList<ObjectNode>();
        for (var kind : Kind.ALL) {
            for (var record : account.path(kind.plural())) {
                var isMeant = what.equals(kind.singular())
                        || what.equals(record.path("id").asText());
                if (isMeant && kind.ending() != null && !kind.hasEnded((ObjectNode) record)) {
                    meant.add(((ObjectNode) record).put(kind.ending(), day.toString()));
                }
            }
        }
        if (meant.size() != 1) {
            var message = "`ends: " + what + "` means " + (meant.isEmpty() ? "nothing that is there" : "several");
            throw new ScenarioUnreadable(0, message, "name a record by its `id`, or its kind if there is only one");
        }
    }

    /** Notes that something was done, and what is different since. */
    void confirm(Contact contact) {
        account.withArray("contacts").add(ScenarioFiles.YAML.valueToTree(contact));
        contact.steps().forEach(step -> took(step, contact.on().toString()));
    }

    /** Some steps are known not from the contact but from what they change in the records of customer and invoice. */
    private void took(Contact.Step step, String day) {
        var customer = (ObjectNode) account.get("customer");
        switch (step.action()) {
            case CREDIT_HOLD -> customer.put("creditHoldSince", day);
            case ASSIGN_COLLECTOR -> customer.put("collector", CLERK);
            case CONFIRM_BILLING_CONTACT -> customer.put("billingContactConfirmedOn", day);
            case RESEND_INVOICE -> invoice(step).ifPresent(invoice -> invoice.put("undelivered", false));
            case WRITE_OFF -> invoice(step).ifPresent(invoice -> invoice.put("writtenOffOn", day));
            default -> {}
        }
    }

    private Optional<ObjectNode> invoice(Contact.Step step) {
        return Shorthands.invoices(account).stream()
                .filter(invoice -> invoice.path("id").asText().equals(step.invoice()))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    Account account() throws JacksonException {
        return ScenarioFiles.YAML.treeToValue(account, Account.class);
    }

    Book book(LocalDate day) throws JacksonException {
        var ofTheDay = ScenarioFiles.YAML
                .createObjectNode()
                .put("asOf", day.toString())
                .put("bankDataUpTo", day.toString());
        return ScenarioFiles.YAML.treeToValue(over(ofTheDay, book), Book.class);
    }

    private static ObjectNode over(ObjectNode defaults, JsonNode written) {
        if (written instanceof ObjectNode object) {
            defaults.setAll(object);
        }
        return defaults;
    }
}
