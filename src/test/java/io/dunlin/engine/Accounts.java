package io.dunlin.engine;

import static io.dunlin.engine.Situation.TODAY;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Plan;
import io.dunlin.book.Plan.Instalment;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Customers of whom anything may be true: half like those of a real portfolio, half with every corner in them at once. */
public class Accounts extends DomainContextBase {
    static final Rates RATES = new Rates(Map.of(
            "EUR",
            new BigDecimal("1"),
            "USD",
            new BigDecimal("1.1"),
            "GBP",
            new BigDecimal("0.85"),
            "SEK",
            new BigDecimal("11.2")));

    /** One account, the day it is looked at, and the strategy that does. */
    public record Looked(Account account, Book book, String strategy) {
        Decider decider() {
            return Policies.shipped(strategy);
        }

        Looked with(Account other) {
            return new Looked(other, book, strategy);
        }

        Looked at(LocalDate day) {
            return new Looked(account, new Book(day, day, book.rates(), book.classes()), strategy);
        }

        Case derive() {
            return decider().derive(AsOf.known(account, book.asOf()), book);
        }

        io.dunlin.vocabulary.Decision decide() {
            return decider().decide(account, book);
        }

        @Override
        public String toString() {
            return strategy + " " + Snapshot.of(account, book).json();
        }
    }

    @Provide
    public Arbitrary<Looked> looked() {
        return Arbitraries.longs().map(seed -> one(new Random(seed)));
    }

    /** With so few open invoices that a year of days can be decided; every other like a real one. */
    static Looked few(Random dice, int number) {
        Looked the;
        do {
            the = one(dice, number % 2 == 0);
        } while (the.account().invoices().size() > 6);
        return the;
    }

    static Looked one(Random dice) {
        return one(dice, dice.nextBoolean());
    }

    private static Looked one(Random dice, boolean real) {
        var strategy = Policies.SHIPPED.get(dice.nextInt(3));
        if (real) {
            var account = Generator.account(1 + dice.nextInt(5000), dice.nextInt(1000), Generator.AS_OF);
            var day = Generator.AS_OF.minusDays(dice.nextInt(4) == 0 ? dice.nextInt(60) : 0);
            return new Looked(account, new Book(day, day, Generator.rates(), null), strategy);
        }
        return new Looked(
                new Corners(dice).account(), new Book(TODAY, TODAY.minusDays(dice.nextInt(5)), RATES, null), strategy);
    }

    /** Few invoices, much trouble. */
    private static final class Corners {
        private static final List<Action> STEPS = IntStream.range(2, Action.values().length)
                .mapToObj(i -> Action.values()[i])
                .toList();
        private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "SEK");

        private final Random dice;
        private final List<Receivable> invoices = new ArrayList<>();

        Corners(Random dice) {
            this.dice = dice;
        }

        Account account() {
            for (int i = 1 + dice.nextInt(4); i > 0; i--) {
                invoices.add(invoice("I" + i));
            }
            return new Account(
                    debtor(),
                    invoices,
                    some(3, this::payment),
                    some(1, this::credit),
                    some(1, this::dispute),
                    some(1, this::deduction),
                    some(2, this::promise),
                    some(1, this::plan),
                    some(6, this::contact),
                    some(1, this::hold),
                    null,
                    null,
                    null);
        }

        private Debtor debtor() {
            boolean told = dice.nextInt(4) > 0;
            return new Debtor(
                    "C1",
                    "Corner Ltd",
                    one(List.of("DE", "GB", "US", "SE", "SA")),
                    null,
                    null,
                    one(List.of(DebtorType.values())),
                    null,
                    null,
                    rarely() ? one(List.of(Channel.values())) : null,
                    told ? "a@b.example" : null,
                    told && dice.nextBoolean() ? "+49" : null,
                    told ? "Here 1" : null,
                    rarely() ? Set.of(Channel.EMAIL, Channel.PHONE) : Set.of(),
                    dice.nextBoolean() ? TODAY.minusDays(9) : null,
                    dice.nextBoolean() ? "sales" : null,
                    dice.nextBoolean() ? "collector" : null,
                    dice.nextBoolean() ? BigDecimal.valueOf(dice.nextInt(5000)) : null,
                    "EUR",
                    rarely() ? day(60, 0) : null,
                    dice.nextInt(12) == 0 ? day(60, 0) : null,
                    dice.nextInt(12) == 0,
                    dice.nextBoolean() ? one(List.of(SizeClass.values())) : null,
                    null,
                    null);
        }

        private Receivable invoice(String id) {
            var due = dice.nextInt(20) == 0 ? null : day(260, 30);
            var issued = (due == null || due.isAfter(TODAY) ? TODAY : due).minusDays(30);
            var goods = rarely() ? new Receivable.Goods(day(5, 60), money(3000), dice.nextBoolean()) : null;
            return new Receivable(
                    id,
                    "C1",
                    issued,
                    due,
                    money(dice.nextBoolean() ? 400 : 14000),
                    one(CURRENCIES),
                    null,
                    null,
                    dice.nextInt(15) == 0,
                    goods,
                    dice.nextInt(25) == 0 ? day(10, 10) : null);
        }

        private Payment payment(String id) {
            var i = one(invoices);
            var whole = dice.nextInt(5) == 0;
            var amount = whole ? i.amount() : money(i.amount().intValue());
            return new Payment(
                    id,
                    "C1",
                    dice.nextInt(4) == 0 ? null : i.id(),
                    day(90, 10),
                    amount,
                    i.currency(),
                    rarely() ? State.IN_TRANSIT : State.BOOKED,
                    rarely() ? day(20, 20) : null);
        }

        private Credit credit(String id) {
            var i = one(invoices);
            return new Credit(
                    id,
                    "C1",
                    dice.nextBoolean() ? null : i.id(),
                    day(60, 10),
                    money(300),
                    i.currency(),
                    rarely() ? day(20, 20) : null);
        }

        private Dispute dispute(String id) {
            var i = one(invoices);
            var on = day(60, 5);
            return new Dispute(
                    id,
                    i.id(),
                    on,
                    dice.nextBoolean() ? money(i.amount().intValue()) : null,
                    "why",
                    "sales",
                    rarely() ? on.plusDays(dice.nextInt(30)) : null);
        }

        private Deduction deduction(String id) {
            return new Deduction(id, one(invoices).id(), day(60, 5), money(200), "bonus", null, null, null, null);
        }

        private Promise promise(String id) {
            var on = day(60, 5);
            return new Promise(
                    id,
                    one(invoices).id(),
                    on,
                    dice.nextBoolean() ? money(500) : null,
                    on.plusDays(dice.nextInt(30)),
                    null,
                    null);
        }

        private Plan plan(String id) {
            if (dice.nextInt(3) > 0) {
                return null;
            }
            var first = day(60, 20);
            return new Plan(
                    id,
                    "C1",
                    planned(),
                    first.minusDays(5),
                    List.of(new Instalment(first, money(300)), new Instalment(first.plusDays(30), money(300))),
                    null,
                    null);
        }

        /** One invoice, or all in its currency. */
        private List<String> planned() {
            var one = one(invoices);
            return dice.nextBoolean()
                    ? List.of(one.id())
                    : invoices.stream()
                            .filter(invoice -> invoice.currency().equals(one.currency()))
                            .map(Receivable::id)
                            .toList();
        }

        private Contact contact(String id) {
            var channel = one(List.of(Channel.EMAIL, Channel.LETTER, Channel.PHONE, Channel.VISIT, Channel.INTERNAL));
            var result = dice.nextInt(4) == 0 ? one(List.of(Result.values())) : Result.DONE;
            var steps = invoices.stream()
                    .filter(i -> dice.nextInt(3) > 0)
                    .map(i -> new Step(i.id(), one(STEPS), 1 + dice.nextInt(3)))
                    .toList();
            return new Contact(
                    id, "C1", day(dice.nextBoolean() ? 8 : 120, 3), channel, result, null, null, null, steps);
        }

        private Hold hold(String id) {
            var from = day(40, 5);
            return new Hold(
                    id,
                    "C1",
                    dice.nextBoolean() ? null : one(invoices).id(),
                    "why",
                    from,
                    from.plusDays(dice.nextInt(40)),
                    null,
                    null);
        }

        private <T> List<T> some(int most, java.util.function.Function<String, T> make) {
            return IntStream.range(0, dice.nextInt(most + 1))
                    .mapToObj(i -> make.apply("E" + i))
                    .filter(e -> e != null)
                    .toList();
        }

        private LocalDate day(int before, int after) {
            return TODAY.plusDays(dice.nextInt(before + after + 1) - (long) before);
        }

        private BigDecimal money(int most) {
            return BigDecimal.valueOf(1 + dice.nextInt(Math.max(1, most) * 100), 2);
        }

        private boolean rarely() {
            return dice.nextInt(6) == 0;
        }

        private <T> T one(List<T> list) {
            return list.get(dice.nextInt(list.size()));
        }
    }
}
