package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One customer in sentences: {@code aCustomer().owing("1000.00 EUR").daysLate(20).reminded(1, daysAgo(9)).decide()}.
 * What is said after {@link #owing} is about that invoice; invoices are called I1, I2, ... Today is a Tuesday that is a
 * working day in Germany, where the customer is.
 */
final class Situation {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final List<Receivable> invoices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<Deduction> deductions = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<ManualOverride> overrides = new ArrayList<>();
    private final List<Contact> groupContacts = new ArrayList<>();
    private Situation payer;
    private DebtorBuilder debtor = new DebtorBuilder();
    private Decider decider = Policies.shipped("standard");
    private LocalDate asOf = TODAY;
    private Integer bankDataAge = 0;
    private Rates rates =
            new Rates(Map.of("EUR", new BigDecimal("1"), "USD", new BigDecimal("1.10"), "GBP", new BigDecimal("0.85")));

    static Situation aCustomer() {
        return new Situation();
    }

    static LocalDate daysAgo(int days) {
        return TODAY.minusDays(days);
    }

    static LocalDate inDays(int days) {
        return TODAY.plusDays(days);
    }

    // ---- who

    Situation in(String country) {
        debtor.country = country;
        return this;
    }

    Situation being(DebtorType type) {
        debtor.type = type;
        return this;
    }

    Situation ofGroup(String group) {
        debtor.group = group;
        return this;
    }

    Situation paidFor(Situation other) {
        payer = other;
        debtor.payer = "P1";
        other.debtor.id = "P1";
        return this;
    }

    /** Another member of the group was contacted. */
    Situation sisterContacted(Channel channel, Result result, LocalDate on) {
        groupContacts.add(
                new Contact(id("S", groupContacts), "SISTER", on, channel, result, null, null, null, List.of()));
        return this;
    }

    Situation preferring(Channel channel) {
        debtor.preferred = channel;
        return this;
    }

    Situation without(Channel... dead) {
        debtor.dead = Set.of(dead);
        return this;
    }

    Situation ofWhomWeKnowNothing() {
        debtor = new DebtorBuilder();
        debtor.known = false;
        debtor.type = null;
        return this;
    }

    Situation insolvent() {
        debtor.insolventSince = daysAgo(5);
        return this;
    }

    Situation notToBeContacted() {
        debtor.doNotContact = true;
        return this;
    }

    Situation onCreditHold() {
        debtor.creditHoldSince = daysAgo(50);
        return this;
    }

    // ---- what is owed

    Situation owing(String money) {
        return owing(money, daysAgo(20));
    }

    Situation owing(String money, LocalDate due) {
        var id = "I" + (invoices.size() + 1);
        var issued = (due == null || due.isAfter(TODAY) ? TODAY : due).minusDays(30);
        invoices.add(Receivable.of(id, "C1", issued, due, amount(money), currency(money)));
        return this;
    }

    Situation daysLate(int days) {
        return due(daysAgo(days));
    }

    Situation due(LocalDate due) {
        var i = last();
        var issued = due == null ? i.issued() : (due.isAfter(TODAY) ? TODAY : due).minusDays(30);
        return replace(new Receivable(
                i.id(),
                "C1",
                issued,
                due,
                i.amount(),
                i.currency(),
                i.terms(),
                null,
                i.undelivered(),
                i.goods(),
                null));
    }

    Situation onTerms(String terms) {
        var i = last();
        return replace(new Receivable(
                i.id(),
                "C1",
                i.issued(),
                i.due(),
                i.amount(),
                i.currency(),
                terms,
                null,
                i.undelivered(),
                i.goods(),
                null));
    }

    Situation notDelivered() {
        var i = last();
        return replace(new Receivable(
                i.id(), "C1", i.issued(), i.due(), i.amount(), i.currency(), i.terms(), null, true, i.goods(), null));
    }

    /** The last invoice bills a late charge for another one. */
    Situation chargedFor(String invoice, int level) {
        var i = last();
        return replace(new Receivable(
                i.id(),
                "C1",
                i.issued(),
                i.due(),
                i.amount(),
                i.currency(),
                null,
                null,
                false,
                null,
                null,
                new Receivable.Charge(invoice, level)));
    }

    Situation payingOnAccount(String money, LocalDate announced) {
        payments.add(new Payment(
                id("P", payments), "C1", null, announced, amount(money), currency(money), State.IN_TRANSIT, null));
        return this;
    }

    Situation paid(String money, LocalDate on) {
        payments.add(new Payment(
                id("P", payments), "C1", last().id(), on, amount(money), currency(money), State.BOOKED, null));
        return this;
    }

    Situation paying(String money, LocalDate announced) {
        payments.add(new Payment(
                id("P", payments),
                "C1",
                last().id(),
                announced,
                amount(money),
                currency(money),
                State.IN_TRANSIT,
                null));
        return this;
    }

    Situation paidOnAccount(String money, LocalDate on) {
        payments.add(
                new Payment(id("P", payments), "C1", null, on, amount(money), currency(money), State.BOOKED, null));
        return this;
    }

    Situation credited(String money, LocalDate on, LocalDate cancelled) {
        credits.add(new Credit(id("N", credits), "C1", last().id(), on, amount(money), currency(money), cancelled));
        return this;
    }

    Situation creditedOnAccount(String money, LocalDate on, LocalDate cancelled) {
        credits.add(new Credit(id("N", credits), "C1", null, on, amount(money), currency(money), cancelled));
        return this;
    }

    // ---- what stands in the way

    /** {@code money} null for all of it. */
    Situation disputed(String money, LocalDate on, LocalDate resolved) {
        var amount = money == null ? null : amount(money);
        disputes.add(new Dispute(id("D", disputes), last().id(), on, amount, "quality", "sales", resolved));
        return this;
    }

    Situation deducting(String money, LocalDate on) {
        deductions.add(
                new Deduction(id("X", deductions), last().id(), on, amount(money), "bonus", null, null, null, null));
        return this;
    }

    Situation promised(String money, LocalDate on, LocalDate until) {
        var amount = money == null ? null : amount(money);
        promises.add(new Promise(id("V", promises), last().id(), on, amount, until, null, null));
        return this;
    }

    Situation heldUntil(LocalDate until) {
        holds.add(new Hold(id("H", holds), "C1", last().id(), "a favour", daysAgo(10), until, "boss", null));
        return this;
    }

    Situation heldAsAWholeUntil(LocalDate until) {
        holds.add(new Hold(id("H", holds), "C1", null, "a favour", daysAgo(10), until, "boss", null));
        return this;
    }

    /** Made three days ago, about the last invoice. */
    Situation ordered(Action action, LocalDate until) {
        return ordered(last().id(), action, 1, daysAgo(3), until);
    }

    Situation orderedAsAWhole(Action action, LocalDate until) {
        return ordered(null, action, 1, daysAgo(3), until);
    }

    Situation ordered(String invoice, Action action, int level, LocalDate from, LocalDate until) {
        overrides.add(new ManualOverride(
                id("O", overrides),
                "C1",
                invoice,
                action,
                level,
                ManualOverride.Reason.GOODWILL,
                "the boss knows them",
                "boss",
                from,
                until,
                null));
        return this;
    }

    // ---- what was done

    Situation reminded(int level, LocalDate on) {
        return done(Action.REMINDER, level, on);
    }

    Situation done(Action action, int level, LocalDate on) {
        return contacted(action.channel(), Result.DONE, on, new Step(last().id(), action, level));
    }

    Situation contacted(Channel channel, Result result, LocalDate on, Step... steps) {
        contacts.add(new Contact(id("K", contacts), "C1", on, channel, result, null, null, null, List.of(steps)));
        return this;
    }

    /** As a caller would report it: what the verdict named was carried out on the day it was recommended. */
    Situation confirming(Decision.Verdict verdict, LocalDate on) {
        var steps = verdict.steps().stream()
                .map(s -> new Step(s.invoice(), s.action(), s.level()))
                .toArray(Step[]::new);
        return contacted(verdict.channel(), Result.DONE, on, steps);
    }

    // ---- when, with what

    Situation asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    /** Null where no bank import is known. */
    Situation bankDataOld(Integer days) {
        bankDataAge = days;
        return this;
    }

    Situation withoutRates() {
        rates = Rates.NONE;
        return this;
    }

    Situation under(String strategy) {
        return under(Policies.shipped(strategy));
    }

    Situation under(Decider other) {
        decider = other;
        return this;
    }

    Decision decide() {
        return decider.decide(account(), book());
    }

    Decision.Verdict verdict() {
        return decide().customer();
    }

    Decision.Verdict verdictOn(String invoice) {
        return decide().invoices().stream()
                .filter(i -> i.id().equals(invoice))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    Decider decider() {
        return decider;
    }

    Account account() {
        return new Account(
                debtor.build(),
                invoices,
                payments,
                credits,
                disputes,
                deductions,
                promises,
                plans,
                contacts,
                holds,
                overrides,
                payer == null ? null : payer.account(),
                groupContacts);
    }

    Book book() {
        return new Book(asOf, bankDataAge == null ? null : asOf.minusDays(bankDataAge), rates, null);
    }

    static BigDecimal amount(String money) {
        return new BigDecimal(money.substring(0, money.length() - 4));
    }

    private static String currency(String money) {
        return money.substring(money.length() - 3);
    }

    private static String id(String prefix, List<?> list) {
        return prefix + (list.size() + 1);
    }

    private Receivable last() {
        return invoices.get(invoices.size() - 1);
    }

    private Situation replace(Receivable invoice) {
        invoices.set(invoices.size() - 1, invoice);
        return this;
    }

    /** An ordinary customer unless a test says otherwise. */
    private static final class DebtorBuilder {
        private String id = "C1";
        private String payer;
        private boolean known = true;
        private String country = "DE";
        private DebtorType type = DebtorType.COMPANY;
        private String group;
        private Channel preferred;
        private Set<Channel> dead = Set.of();
        private LocalDate creditHoldSince;
        private LocalDate insolventSince;
        private boolean doNotContact;

        Debtor build() {
            return new Debtor(
                    id,
                    "Muster GmbH",
                    country,
                    null,
                    null,
                    type,
                    group,
                    null,
                    preferred,
                    known ? "billing@muster.example" : null,
                    known ? "+49 555 1" : null,
                    known ? "Musterweg 1" : null,
                    dead,
                    known ? daysAgo(100) : null,
                    known ? "sales-1" : null,
                    known ? "collector-1" : null,
                    null,
                    null,
                    creditHoldSince,
                    insolventSince,
                    doNotContact,
                    null,
                    null,
                    payer);
        }
    }
}
