package io.dunlin.bench;

import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Invoice.PromiseState;
import io.dunlin.vocabulary.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** Facts that need not make sense, with values on and around the thresholds of rules: so that every rule fires somewhere. */
public final class RandomFacts {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Action[] STEPS = {
        Action.REMINDER,
        Action.CALL,
        Action.LATE_CHARGE,
        Action.CONFIRM_BILLING_CONTACT,
        Action.LAW_FIRM_LETTER,
        Action.OFFER_PAYMENT_PLAN,
        Action.OFFER_PAYMENT_METHOD,
        Action.SALES_INVOLVEMENT,
        Action.AGENCY_REFERRAL,
        Action.SMALL_CLAIMS,
        Action.LAWSUIT,
        Action.WRITE_OFF,
        Action.CREDIT_REVIEW,
        Action.PROMISE_FOLLOW_UP,
        Action.PLAN_FOLLOW_UP
    };

    private final Random random;
    private int number;

    public RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    public Customer customer() {
        var people = new Customer.People(one("sales-1", null), one("collector-1", null), flip(), one(Channel.values()));
        var identity = new Customer.Identity(
                "C" + number++,
                one("Heron Tools", null),
                one("DE", "GB", "US", "FR"),
                one(DebtorType.values()),
                null,
                null,
                people);
        return new Customer(
                identity,
                one("EUR", "EUR", "GBP", "PLN"),
                Generator.rates(),
                new Customer.Day(TODAY, true, one(null, 0, 3, 4)),
                new Customer.Standing(one(null, amount()), flip(), flip(), flip(), payer()),
                new Customer.Totals(
                        one(SizeClass.values()), amount(), amount(), amount(), amount(), one(0, 0, 1, 5), 10),
                new Customer.Habits(one(0, 2, 3, 9), days(), days(), one(0, 1, 2, 3, 4), one(0, 1, 2, 3), flip()),
                new Customer.Touch(null, 0, 0, one(0, 2, 3, 4), Set.of(), steps(Action.CREDIT_REVIEW)));
    }

    public Invoice invoice() {
        var customer = customer();
        int due = one(-30, -22, -21, -8, -7, -1, 0, days());
        var done = steps();
        var last = done.isEmpty() ? null : one(done.toArray(Action[]::new));
        var since = last == null ? null : one(6, 7, 9, 10, 40);
        return new Invoice(
                customer,
                new Invoice.Paper(
                        "I" + number++, TODAY.minusDays(60), TODAY.minusDays(due), amount(), flip(), charge()),
                new Invoice.Age(due, due, due, -due, 60),
                new Invoice.Amounts(
                        amount(), amount(), amount(), amount(), amount(), amount(), amount(), amount(), amount()),
                new Invoice.Agreement(
                        one(PromiseState.values()), one(0, 1, 2, 3), flip(), one(0, 0, 1, 5), one(0, 10, 11, 30, 31)),
                new Invoice.Ladder(
                        one(0, 1, 2, 3),
                        last,
                        since == null ? null : TODAY.minusDays(since),
                        since,
                        done,
                        one(0, 2, 3)),
                new Invoice.Goods(flip(), flip(), amount()));
    }

    private Customer.Payer payer() {
        return flip() ? null : new Customer.Payer("P", one(null, days()), amount(), flip(), flip(), flip());
    }

    private Invoice.Charge charge() {
        return flip() ? Invoice.Charge.NONE : new Invoice.Charge(one(1, 2), flip());
    }

    public Outcome outcome() {
        var invoice = random.nextInt(5) == 0 ? null : invoice();
        var action = one(Action.values());
        var customer = invoice == null ? customer() : invoice.customer();
        return new Outcome(customer, invoice, action, one(1, 2), action.channel());
    }

    private int days() {
        int threshold = one(0, 3, 4, 5, 10, 12, 14, 20, 21, 30, 45, 60, 75, 90, 120, 180, 400);
        return threshold + random.nextInt(3) - 1;
    }

    private BigDecimal amount() {
        var threshold = one(
                "0.00",
                "5.00",
                "25.00",
                "100.00",
                "250.00",
                "300.00",
                "500.00",
                "1000.00",
                "2000.00",
                "2500.00",
                "5000.00",
                "10000.00",
                "11000.00",
                "50000.00");
        return new BigDecimal(threshold)
                .add(BigDecimal.valueOf(random.nextInt(3) - 1, 2))
                .max(BigDecimal.ZERO);
    }

    private Set<Action> steps(Action... choice) {
        var steps = EnumSet.noneOf(Action.class);
        for (var step : choice.length == 0 ? STEPS : choice) {
            if (flip()) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
