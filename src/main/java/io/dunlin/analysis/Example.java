package io.dunlin.analysis;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A found point as a fact that rules can be asked about: so nothing is claimed of rules that they do not confirm. */
final class Example {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private final Dims dims;
    private final long[] point;
    private final String base;

    Example(Dims dims, long[] point, String base) {
        this.dims = dims;
        this.point = point;
        this.base = base;
    }

    Fact fact() {
        if (dims.fact() == Customer.class) {
            return customer("");
        }
        if (dims.fact() == Invoice.class) {
            return invoice("", customer("customer."));
        }
        var customer = customer("customer.");
        var invoice =
                point[dims.at("invoice.balance").index()] == Values.MISSING ? null : invoice("invoice.", customer);
        return new Outcome(customer, invoice, (Action) get("action"), number("level"), (Channel) get("channel"));
    }

    private Customer customer(String at) {
        var people = new Customer.People(
                text(at + "salesperson"), text(at + "collector"), yes(at + "billingContactConfirmed"), (Channel)
                        get(at + "preferredChannel"));
        var identity = new Customer.Identity(
                text(at + "id"),
                text(at + "name"),
                text(at + "country"),
                (Customer.DebtorType) get(at + "debtorType"),
                text(at + "group"),
                text(at + "segment"),
                people);
        var currency = text(at + "currency");
        return new Customer(
                identity,
                currency,
                // Amounts are thought in the base currency; at a rate of one they are the same in every other.
                new Rates(Map.of(base, BigDecimal.ONE, currency.equals(base) ? "XXX" : currency, BigDecimal.ONE)),
                new Customer.Day(TODAY, yes(at + "workingDay"), (Integer) get(at + "bankDataAge")),
                new Customer.Standing(
                        money(at + "creditLimit"),
                        yes(at + "creditHold"),
                        yes(at + "insolvent"),
                        yes(at + "doNotContact"),
                        payer(at)),
                totals(at),
                new Customer.Habits(
                        number(at + "settledInvoices"),
                        number(at + "averageDaysLate"),
                        number(at + "latePercent"),
                        number(at + "brokenPromises"),
                        number(at + "lateDisputes"),
                        yes(at + "habitualLatePayer")),
                touch(at));
    }

    private Customer.Payer payer(String at) {
        var id = text(at + "payer");
        return id == null
                ? null
                : new Customer.Payer(
                        id,
                        (Integer) get(at + "payerDaysOverdue"),
                        money(at + "payerOverdueTotal"),
                        yes(at + "payerInsolvent"),
                        yes(at + "payerDoNotContact"),
                        yes(at + "payerCreditHold"));
    }

    private Customer.Totals totals(String at) {
        return new Customer.Totals(
                (Customer.SizeClass) get(at + "sizeClass"),
                money(at + "exposure"),
                money(at + "overdueTotal"),
                money(at + "collectableTotal"),
                money(at + "unallocated"),
                number(at + "overdueInvoices"),
                number(at + "oldestDaysOverdue"));
    }

    private Customer.Touch touch(String at) {
        return new Customer.Touch(
                (Integer) get(at + "daysSinceContact"),
                number(at + "contactsLast7Days"),
                number(at + "contactsLast30Days"),
                number(at + "unansweredLast30Days"),
                members(at + "answersOn", Channel.class),
                members(at + "recentlyDone", Action.class));
    }

    private Invoice invoice(String at, Customer customer) {
        int overdue = number(at + "daysOverdue");
        int sinceIssue = number(at + "daysSinceIssue");
        boolean isDue = point[dims.at(at + "due").index()] != Values.MISSING;
        return new Invoice(
                customer,
                new Invoice.Paper(
                        text(at + "id"),
                        TODAY.minusDays(Math.min(sinceIssue, 100_000)),
                        isDue ? TODAY.minusDays(Math.max(-100_000, Math.min(overdue, 100_000))) : null,
                        money(at + "amount"),
                        yes(at + "delivered"),
                        new Invoice.Charge(number(at + "chargeLevel"), yes(at + "principalOpen"))),
                new Invoice.Age(
                        overdue,
                        number(at + "workingDaysOverdue"),
                        number(at + "delinquentDays"),
                        number(at + "daysUntilDue"),
                        sinceIssue),
                new Invoice.Amounts(
                        money(at + "balance"),
                        money(at + "disputedAmount"),
                        money(at + "claimedDeduction"),
                        money(at + "matchedDeduction"),
                        money(at + "promisedAmount"),
                        money(at + "inTransit"),
                        money(at + "openAmount"),
                        money(at + "collectable"),
                        money(at + "missedInstalments")),
                new Invoice.Agreement(
                        (Invoice.PromiseState) get(at + "promiseState"),
                        number(at + "promises"),
                        yes(at + "onPlan"),
                        number(at + "daysSinceInstalmentMissed"),
                        number(at + "daysDisputed")),
                ladder(at),
                new Invoice.Goods(
                        yes(at + "goodsReturnable"), yes(at + "retentionOfTitle"), money(at + "goodsResaleValue")));
    }

    private Invoice.Ladder ladder(String at) {
        var since = (Integer) get(at + "daysSinceLastAction");
        return new Invoice.Ladder(
                number(at + "reminderLevel"),
                (Action) get(at + "lastAction"),
                since == null ? null : TODAY.minusDays(Math.min(since, 100_000)),
                since,
                members(at + "stepsDone", Action.class),
                number(at + "unansweredAttempts"));
    }

    private <E extends Enum<E>> Set<E> members(String path, Class<E> type) {
        var set = EnumSet.noneOf(type);
        for (var element : type.getEnumConstants()) {
            if (point[dims.member(path, element).index()] == 1) {
                set.add(element);
            }
        }
        return set;
    }

    private Object get(String path) {
        var dim = dims.at(path);
        return dim.value(point[dim.index()]);
    }

    private int number(String path) {
        return (Integer) get(path);
    }

    private BigDecimal money(String path) {
        return (BigDecimal) get(path);
    }

    private boolean yes(String path) {
        return (Boolean) get(path);
    }

    private String text(String path) {
        return (String) get(path);
    }
}
