package io.dunlin.book;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Everything about an account that cannot be true, each with a JSON pointer and a sentence that says what to do. Lists
 * of an {@link Account} are ordered by id, and so are the positions in the pointers; every sentence names the id too.
 */
public final class AccountCheck {
    public record Finding(String pointer, String message) {}

    private final List<Finding> findings = new ArrayList<>();
    private final Account account;
    private final Map<String, Receivable> invoices;
    private final String customer;

    private AccountCheck(Account account) {
        this.account = account;
        this.customer = account.customer() == null ? null : account.customer().id();
        this.invoices = account.invoices().isEmpty() ? Map.of() : new HashMap<>();
        for (var invoice : account.invoices()) {
            if (invoice.id() != null) {
                invoices.putIfAbsent(invoice.id(), invoice);
            }
        }
    }

    public static List<Finding> of(Account account) {
        var check = new AccountCheck(account);
        check.customer();
        check.each("invoices", "Invoice", account.invoices(), Receivable::id, check::invoice);
        check.each("payments", "Payment", account.payments(), Payment::id, check::payment);
        check.each("credits", "Credit", account.credits(), Credit::id, check::credit);
        check.each("disputes", "Dispute", account.disputes(), Dispute::id, check::dispute);
        check.each("deductions", "Deduction", account.deductions(), Deduction::id, check::deduction);
        check.each("promises", "Promise", account.promises(), Promise::id, check::promise);
        check.each("plans", "Plan", account.plans(), Plan::id, check::plan);
        check.each("contacts", "Contact", account.contacts(), Contact::id, check::contact);
        check.each("holds", "Hold", account.holds(), Hold::id, check::hold);
        check.each("overrides", "Override", account.overrides(), ManualOverride::id, check::override);
        check.group();
        return List.copyOf(check.findings);
    }

    /**
     * The same findings with the positions a caller knows, who sent its lists in another order.
     *
     * @param ids the ids of a list of the account, by its name, as they were sent; null where one was missing
     */
    public static List<Finding> asSent(List<Finding> findings, Function<String, List<String>> ids) {
        return findings.stream().map(finding -> asSent(finding, ids)).toList();
    }

    private static Finding asSent(Finding finding, Function<String, List<String>> ids) {
        var steps = finding.pointer().split("/", 4);
        if (steps.length < 3 || !steps[2].matches("[0-9]+")) {
            return finding;
        }
        var sent = ids.apply(steps[1]);
        steps[2] = IntStream.range(0, sent.size())
                .boxed()
                .sorted(Comparator.comparing(sent::get, Comparator.nullsFirst(Comparator.naturalOrder())))
                .skip(Integer.parseInt(steps[2]))
                .findFirst()
                .orElseThrow()
                .toString();
        return new Finding(String.join("/", steps), finding.message());
    }

    public static List<Finding> of(Rates rates) {
        var findings = new ArrayList<Finding>();
        rates.perUnit().forEach((currency, perUnit) -> {
            var spot = new Spot(findings, "", "Rate of " + currency);
            spot.currency(currency, currency);
            spot.money(currency, perUnit, null);
        });
        return findings;
    }

    public static List<Finding> of(LocalDate day, String field) {
        var findings = new ArrayList<Finding>();
        new Spot(findings, "", "Day").needed(field, day);
        return findings;
    }

    private <T> void each(String list, String word, List<T> items, Function<T, String> id, BiConsumer<Spot, T> check) {
        if (items.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var spot = new Spot(findings, "/" + list + "/" + i, word + " " + id.apply(item));
            spot.id("id", id.apply(item));
            if (id.apply(item) != null && !seen.add(id.apply(item))) {
                spot.say("id", "the id is given twice; every record of a list needs an id of its own");
            }
            check.accept(spot, item);
        }
    }

    private void customer() {
        var c = account.customer();
        var spot = new Spot(findings, "/customer", "Customer " + customer);
        if (c == null) {
            spot.say("", "there is no customer; give at least its id and country");
            return;
        }
        spot.id("id", c.id());
        spot.country("country", c.country());
        spot.zone("zone", c.zone());
        spot.language("language", c.language());
        spot.texts(300, "name", c.name(), "group", c.group(), "segment", c.segment(), "email", c.email());
        spot.texts(300, "phone", c.phone(), "salesperson", c.salesperson(), "collector", c.collector());
        spot.texts(100, "strategy", c.strategy(), "payer", c.payer());
        if (c.payer() != null && c.payer().equals(c.id())) {
            spot.say("payer", "a customer who pays for itself has no `payer`; leave it out");
        }
        spot.texts(2000, "address", c.address());
        spot.day("billingContactConfirmedOn", c.billingContactConfirmedOn());
        spot.day("creditHoldSince", c.creditHoldSince());
        spot.day("insolventSince", c.insolventSince());
        if (c.creditLimit() != null) {
            spot.currency("creditCurrency", c.creditCurrency());
            spot.notNegative("creditLimit", c.creditLimit(), c.creditCurrency());
        }
    }

    /** The payer's account is checked like any other; its findings stand below it. */
    private void group() {
        var payer = account.payer();
        if (payer != null) {
            of(payer).forEach(f -> findings.add(new Finding("/payer" + f.pointer(), f.message())));
            var spot = new Spot(findings, "/payer", "Payer of " + customer);
            var named = account.customer() == null ? null : account.customer().payer();
            if (payer.customer() != null && !Objects.equals(payer.customer().id(), named)) {
                spot.say(
                        "customer/id",
                        "is " + payer.customer().id() + ", but customer.payer is " + named + "; make them the same");
            }
            if (payer.payer() != null || !payer.groupContacts().isEmpty()) {
                spot.say("", "a payer comes without a payer and a group of its own; leave them out");
            }
        }
        each("groupContacts", "Contact", account.groupContacts(), Contact::id, this::groupContact);
    }

    private void groupContact(Spot spot, Contact c) {
        spot.id("customer", c.customer());
        if (c.customer() != null && c.customer().equals(customer)) {
            spot.say("customer", "is the customer itself; put the contact under `contacts`");
        }
        spot.needed("on", c.on());
        if (c.channel() == null) {
            spot.say("channel", "it is not said how; give `channel`, for example PHONE");
        }
    }

    private void override(Spot spot, ManualOverride o) {
        own(spot, o.customer());
        if (o.invoice() != null) {
            about(spot, "invoice", o.invoice());
        }
        new OverrideCheck(account).check(spot, o);
    }

    private void invoice(Spot spot, Receivable i) {
        own(spot, i.customer());
        spot.needed("issued", i.issued());
        spot.day("due", i.due());
        spot.notBefore("due", i.due(), "issued", i.issued());
        spot.currency("currency", i.currency());
        spot.money("amount", i.amount(), i.currency());
        spot.texts(300, "terms", i.terms(), "reference", i.reference());
        spot.day("writtenOffOn", i.writtenOffOn());
        spot.notBefore("writtenOffOn", i.writtenOffOn(), "issued", i.issued());
        if (i.goods() != null) {
            spot.day("goods/returnableUntil", i.goods().returnableUntil());
            spot.notNegative("goods/resaleValue", i.goods().resaleValue(), i.currency());
        }
        if (i.charge() != null) {
            charge(spot, i);
        }
    }

    private void charge(Spot spot, Receivable i) {
        var principal = i.charge().invoice();
        about(spot, "charge/invoice", principal);
        if (principal != null
                && invoices.containsKey(principal)
                && invoices.get(principal).charge() != null) {
            spot.say(
                    "charge/invoice",
                    "invoice " + principal + " is a late charge itself; name the invoice that was paid late");
        }
        if (i.charge().level() < 0 || i.charge().level() > 99) {
            spot.say("charge/level", "the level must be between 1 and 99, or left out");
        }
    }

    private void payment(Spot spot, Payment p) {
        own(spot, p.customer());
        spot.needed("on", p.on());
        cash(spot, p.invoice(), p.currency());
        spot.money("amount", p.amount(), p.currency());
        end(spot, "reversedOn", p.reversedOn(), p.on());
        end(spot, "bookedOn", p.bookedOn(), p.on());
        if (p.bookedOn() != null && p.state() == Payment.State.BOOKED) {
            spot.say(
                    "bookedOn",
                    "only an announced payment (IN_TRANSIT) is booked later; this one was booked on " + p.on());
        }
        end(spot, "reversedOn", p.reversedOn(), p.bookedOn());
        allocated(spot, p.allocatedOn(), p.on(), p.invoice());
        matchedAfter(spot, p.allocatedOn(), p.reversedOn());
    }

    private void credit(Spot spot, Credit c) {
        own(spot, c.customer());
        spot.needed("on", c.on());
        cash(spot, c.invoice(), c.currency());
        spot.money("amount", c.amount(), c.currency());
        end(spot, "cancelledOn", c.cancelledOn(), c.on());
        allocated(spot, c.allocatedOn(), c.on(), c.invoice());
        matchedAfter(spot, c.allocatedOn(), c.cancelledOn());
    }

    private static void matchedAfter(Spot spot, LocalDate allocated, LocalDate over) {
        if (allocated != null && over != null && allocated.isAfter(over)) {
            spot.say("allocatedOn", "it was over on " + over + " and cannot be matched after that; correct either day");
        }
    }

    private static void allocated(Spot spot, LocalDate allocated, LocalDate on, String invoice) {
        end(spot, "allocatedOn", allocated, on);
        if (allocated != null && invoice == null) {
            spot.say(
                    "invoice",
                    "it is not said which invoice it was matched to; give `invoice`, or leave out `allocatedOn`");
        }
    }

    private void dispute(Spot spot, Dispute d) {
        about(spot, "invoice", d.invoice());
        spot.needed("on", d.on());
        spot.moneyIfAny("amount", d.amount(), currencyOf(d.invoice()));
        spot.texts(2000, "reason", d.reason());
        spot.texts(300, "owner", d.owner());
        end(spot, "resolvedOn", d.resolvedOn(), d.on());
    }

    private void deduction(Spot spot, Deduction d) {
        about(spot, "invoice", d.invoice());
        spot.needed("on", d.on());
        spot.money("amount", d.amount(), currencyOf(d.invoice()));
        spot.texts(2000, "reason", d.reason());
        spot.texts(300, "plan", d.plan());
        end(spot, "decidedOn", d.decidedOn(), d.on());
        if ((d.decidedOn() == null) != (d.matched() == null)) {
            spot.say("matched", "a decided deduction needs both `decidedOn` and `matched`; an undecided one neither");
        }
        end(spot, "settledOn", d.settledOn(), d.decidedOn());
        if (d.settledOn() != null && !Boolean.TRUE.equals(d.matched())) {
            spot.say("settledOn", "only a deduction that was found right can be settled; set `matched` to true first");
        }
    }

    private void promise(Spot spot, Promise p) {
        about(spot, "invoice", p.invoice());
        spot.needed("on", p.on());
        spot.moneyIfAny("amount", p.amount(), currencyOf(p.invoice()));
        spot.needed("until", p.until());
        spot.notBefore("until", p.until(), "on", p.on());
        spot.texts(300, "by", p.by());
        end(spot, "cancelledOn", p.cancelledOn(), p.on());
    }

    private void plan(Spot spot, Plan p) {
        own(spot, p.customer());
        spot.needed("on", p.on());
        spot.texts(2000, "terms", p.terms());
        end(spot, "cancelledOn", p.cancelledOn(), p.on());
        if (p.invoices().isEmpty()) {
            spot.say("invoices", "the plan covers no invoice; name at least one");
        }
        for (int i = 0; i < p.invoices().size(); i++) {
            about(spot, "invoices/" + i, p.invoices().get(i));
        }
        if (new HashSet<>(p.invoices()).size() < p.invoices().size()) {
            spot.say("invoices", "an invoice is named twice; name each once");
        }
        var currencies = p.invoices().stream()
                .map(this::currencyOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            spot.say("invoices", "the invoices are in " + String.join(" and ", currencies) + "; make a plan for each");
        }
        Instalments.check(spot, p, currencies.isEmpty() ? null : currencies.get(0));
    }

    private void contact(Spot spot, Contact c) {
        own(spot, c.customer());
        spot.needed("on", c.on());
        if (c.channel() == null) {
            spot.say("channel", "it is not said how the customer was contacted; give `channel`, for example PHONE");
        }
        spot.texts(300, "by", c.by(), "decision", c.decision());
        spot.texts(4000, "note", c.note());
        for (int i = 0; i < c.steps().size(); i++) {
            var step = c.steps().get(i);
            if (step.invoice() != null) {
                about(spot, "steps/" + i + "/invoice", step.invoice());
            }
            if (step.action() == null) {
                spot.say("steps/" + i + "/action", "it is not said what was done; give `action`, for example CALL");
            }
            if (step.action() == Action.NO_ACTION || step.action() == Action.NEEDS_HUMAN) {
                spot.say("steps/" + i + "/action", step.action() + " is nothing that was done; leave the step out");
            }
            if (step.level() < 0 || step.level() > 99) {
                spot.say("steps/" + i + "/level", "the level must be between 0 and 99");
            }
        }
    }

    private void hold(Spot spot, Hold h) {
        own(spot, h.customer());
        if (h.invoice() != null) {
            about(spot, "invoice", h.invoice());
        }
        new HoldCheck(account).check(spot, h);
    }

    private void own(Spot spot, String named) {
        spot.id("customer", named);
        if (named != null && customer != null && !named.equals(customer)) {
            spot.say("customer", "belongs to customer " + named + ", not to " + customer + "; correct `customer`");
        }
    }

    /** Payments and credits may be unmatched; matched ones are in the money of their invoice. */
    private void cash(Spot spot, String invoice, String currency) {
        spot.currency("currency", currency);
        if (invoice == null) {
            return;
        }
        about(spot, "invoice", invoice);
        var owed = currencyOf(invoice);
        if (owed != null && currency != null && !owed.equals(currency)) {
            spot.say(
                    "currency",
                    "is in " + currency + ", but invoice " + invoice + " is in " + owed
                            + "; convert it, or leave out `invoice`");
        }
    }

    private void about(Spot spot, String field, String invoice) {
        spot.id(field, invoice);
        if (invoice != null && !invoice.isBlank() && !invoices.containsKey(invoice)) {
            spot.say(
                    field,
                    "there is no invoice " + invoice + " of this customer; correct it or send the invoice first");
        }
    }

    private static void end(Spot spot, String field, LocalDate end, LocalDate start) {
        spot.day(field, end);
        spot.notBefore(field, end, "its beginning", start);
    }

    private String currencyOf(String invoice) {
        var found = invoice == null ? null : invoices.get(invoice);
        return found == null ? null : found.currency();
    }
}
