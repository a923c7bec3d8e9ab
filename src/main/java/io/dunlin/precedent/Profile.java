package io.dunlin.precedent;

import io.dunlin.book.Debtor;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What master data answers to the rules: asked of the rules' own tests, once for a customer. */
final class Profile {
    /** As many answers as fit into one number. */
    static final int MOST = 62;

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Invoice.Amounts NOTHING =
            new Invoice.Amounts(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
    private static final Invoice.Ladder UNTOUCHED = new Invoice.Ladder(0, null, null, null, Set.of(), 0);
    static final Customer NOBODY = customer(Debtor.of("", "", ""), "EUR", Rates.NONE, 0);

    private final Map<Asker, List<Questions.Profile>> asked;

    Profile(Questions questions) {
        this.asked = Map.of(
                Asker.CUSTOMER, questions.profile(Asker.CUSTOMER), Asker.INVOICE, questions.profile(Asker.INVOICE));
    }

    boolean fits() {
        return asked.values().stream().allMatch(questions -> questions.size() <= MOST);
    }

    /** Equal for those that ask the same. */
    Object same(Asker asker) {
        return asked.get(asker).stream()
                .map(its -> List.of(its.fact(), its.comparison().key()))
                .toList();
    }

    long answers(Asker asker, Customer customer) {
        var invoice = invoice(customer, UNTOUCHED, ZERO, NOTHING);
        var outcome = new Outcome(customer, invoice, Action.NO_ACTION, 1, Channel.INTERNAL);
        long answers = 0;
        for (var question : asked.get(asker)) {
            Fact fact =
                    question.fact() == Customer.class ? customer : question.fact() == Invoice.class ? invoice : outcome;
            answers = answers << 1 | (question.comparison().holds(fact) ? 1 : 0);
        }
        return answers;
    }

    /** Everything that decides by which way the customer can be reached. */
    static long reach(Debtor d) {
        long reach = d.preferredChannel() == null ? 0 : d.preferredChannel().ordinal() + 1L;
        reach = reach << 1 | (d.email() == null ? 0 : 1);
        reach = reach << 1 | (d.phone() == null ? 0 : 1);
        reach = reach << 1 | (d.address() == null ? 0 : 1);
        for (var channel : Channel.values()) {
            reach = reach << 1 | (d.undeliverable().contains(channel) ? 1 : 0);
        }
        return reach;
    }

    /** The customer as rules see it, as far as master data tells. */
    static Customer customer(Debtor d, String currency, Rates rates, int day) {
        var asOf = Days.date(day);
        var people = new Customer.People(
                d.salesperson(), d.collector(), d.billingContactConfirmedOn() != null, d.preferredChannel());
        var standing = new Customer.Standing(
                d.creditLimit(),
                d.creditHoldSince() != null && !d.creditHoldSince().isAfter(asOf),
                d.insolventSince() != null && !d.insolventSince().isAfter(asOf),
                d.doNotContact(),
                null);
        return new Customer(
                new Customer.Identity(
                        d.id(),
                        d.name() == null ? d.id() : d.name(),
                        d.country(),
                        d.type(),
                        d.group(),
                        d.segment(),
                        people),
                currency,
                rates,
                new Customer.Day(asOf, true, null),
                standing,
                new Customer.Totals(Customer.SizeClass.UNRATED, ZERO, ZERO, ZERO, ZERO, 0, 0),
                new Customer.Habits(0, 0, 0, 0, 0, false),
                new Customer.Touch(null, 0, 0, 0, Set.of(), Set.of()));
    }

    /** An invoice of which its money and what was done to it are known, and nothing else. */
    static Invoice invoice(
            Customer customer,
            Dossier.Steps steps,
            Currency of,
            long amount,
            long balance,
            long open,
            long collectable) {
        var amounts = new Invoice.Amounts(
                BigDecimal.valueOf(balance, of.decimals()),
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                BigDecimal.valueOf(open, of.decimals()),
                BigDecimal.valueOf(collectable, of.decimals()),
                ZERO);
        return invoice(customer, ladder(steps), BigDecimal.valueOf(amount, of.decimals()), amounts);
    }

    private static Invoice.Ladder ladder(Dossier.Steps steps) {
        if (steps == null) {
            return UNTOUCHED;
        }
        var reminded = steps.level[Action.REMINDER.ordinal()];
        var last = steps.lastAction < 0 ? null : Action.values()[steps.lastAction];
        var done = EnumSet.noneOf(Action.class);
        for (var action : Action.values()) {
            if ((steps.done & 1L << action.ordinal()) != 0) {
                done.add(action);
            }
        }
        return new Invoice.Ladder(reminded, last, null, null, done, 0);
    }

    private static Invoice invoice(
            Customer customer, Invoice.Ladder ladder, BigDecimal amount, Invoice.Amounts amounts) {
        var asOf = customer.day().asOf();
        return new Invoice(
                customer,
                new Invoice.Paper("", asOf, asOf, amount, true, Invoice.Charge.NONE),
                new Invoice.Age(0, 0, 0, 0, 0),
                amounts,
                new Invoice.Agreement(Invoice.PromiseState.NONE, 0, false, 0, 0),
                ladder,
                new Invoice.Goods(false, false, ZERO));
    }
}
