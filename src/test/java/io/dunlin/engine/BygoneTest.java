package io.dunlin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Accounts.Looked;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an account has, and whenever it ended: without what is bygone it is decided as it was, every day from then on. */
class BygoneTest {
    private static final int ACCOUNTS = 2_500;
    private static final int[] LATER = {0, 1, 2, 9, 31, 100, 240, 370};

    private int invoicesLeftOut;
    private final Set<Kind> leftOut = EnumSet.noneOf(Kind.class);

    private enum Kind {
        PAYMENTS,
        CREDITS,
        DISPUTES,
        DEDUCTIONS,
        PROMISES,
        PLANS,
        CONTACTS,
        HOLDS
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void makesNoDifference(long seed) {
        var dice = new Random(seed);
        for (int n = 0; n < ACCOUNTS; n++) {
            var the = Accounts.one(dice);
            var account = new Ended(the, dice).account();
            if (AccountCheck.of(account).isEmpty()) {
                compare(the.with(account), the.book().asOf().plusDays(dice.nextInt(500) - 60L));
            }
        }
        assertThat(invoicesLeftOut).isGreaterThan(ACCOUNTS / 2);
        assertThat(leftOut).containsExactlyInAnyOrder(Kind.values());
    }

    private void compare(Looked whole, LocalDate day) {
        var left = whole.with(Bygone.left(whole.account(), day));
        count(whole.account(), left.account());
        for (int later : LATER) {
            var expected = whole.at(day.plusDays(later)).decide();
            var actual = left.at(day.plusDays(later)).decide();
            assertThat(actual.customer()).as("%s on %s", whole, day).isEqualTo(expected.customer());
            assertThat(actual.tasks()).as("%s on %s", whole, day).isEqualTo(expected.tasks());
            var ids = left.account().invoices().stream().map(Receivable::id).collect(Collectors.toSet());
            assertThat(actual.invoices())
                    .as("%s on %s", whole, day)
                    .isEqualTo(expected.invoices().stream()
                            .filter(invoice -> ids.contains(invoice.id()))
                            .toList());
            facts(whole, left, day.plusDays(later));
            assertThat(expected.invoices())
                    .filteredOn(invoice -> !ids.contains(invoice.id()))
                    .allMatch(invoice -> invoice.verdict().action() == Action.NO_ACTION);
        }
    }

    /** What rules and holds see; decisions are the same sooner than these. */
    private static void facts(Looked whole, Looked left, LocalDate day) {
        var expected = whole.at(day).derive();
        var actual = left.at(day).derive();
        assertThat(actual.customers()).as("%s on %s", whole, day).isEqualTo(expected.customers());
        assertThat(actual.open()).as("%s on %s", whole, day).isEqualTo(expected.open());
        assertThat(actual.holds()).as("%s on %s", whole, day).isEqualTo(expected.holds());
    }

    private void count(Account whole, Account left) {
        invoicesLeftOut += whole.invoices().size() - left.invoices().size();
        note(Kind.PAYMENTS, whole.payments(), left.payments());
        note(Kind.CREDITS, whole.credits(), left.credits());
        note(Kind.DISPUTES, whole.disputes(), left.disputes());
        note(Kind.DEDUCTIONS, whole.deductions(), left.deductions());
        note(Kind.PROMISES, whole.promises(), left.promises());
        note(Kind.PLANS, whole.plans(), left.plans());
        note(Kind.CONTACTS, whole.contacts(), left.contacts());
        note(Kind.HOLDS, whole.holds(), left.holds());
    }

    private void note(Kind kind, List<?> whole, List<?> left) {
        if (left.size() < whole.size()) {
            leftOut.add(kind);
        }
    }

    /** Money without an invoice is not that of an invoice called so. */
    @Test
    void anInvoiceMayBeCalledNull() {
        var day = LocalDate.of(2026, 6, 1);
        var paid = Receivable.of("null", "C", day.minusYears(3), day.minusYears(3), BigDecimal.TEN, "EUR");
        var open = Receivable.of("B", "C", day.minusDays(60), day.minusDays(30), new BigDecimal("300.00"), "EUR");
        var account = Account.of(Debtor.of("C", "C", "DE"), List.of(paid, open))
                .withPayments(List.of(
                        new Payment("P", "C", "null", day.minusYears(2), BigDecimal.TEN, "EUR", null, null),
                        new Payment("Q", "C", null, day.minusDays(9), BigDecimal.ONE, "EUR", null, null)));
        var left = Bygone.left(account, day);
        assertThat(left.invoices()).containsExactly(open);
        assertThat(left.payments()).extracting(Payment::id).containsExactly("Q");
    }

    /** The same account, much of it paid, resolved, settled, lifted or taken back on some day. */
    private static final class Ended {
        private final Account a;
        private final Random dice;

        Ended(Looked the, Random dice) {
            this.a = the.account();
            this.dice = dice;
        }

        Account account() {
            var credits = a.credits().stream().map(this::ended).toList();
            return new Account(
                    a.customer(),
                    a.invoices().stream().map(this::ended).toList(),
                    payments(credits),
                    credits,
                    a.disputes().stream().map(this::ended).toList(),
                    a.deductions().stream().map(this::ended).toList(),
                    a.promises().stream().map(this::ended).toList(),
                    a.plans().stream().map(this::ended).toList(),
                    a.contacts(),
                    a.holds().stream().map(this::ended).toList(),
                    null,
                    null,
                    null);
        }

        private List<Payment> payments(List<Credit> credits) {
            var payments =
                    new ArrayList<>(a.payments().stream().map(this::ended).toList());
            for (var invoice : a.invoices()) {
                // Some are closed only until something is taken back, or arrives on top.
                boolean forNow = dice.nextBoolean();
                var rest = invoice.amount();
                for (var payment : payments) {
                    boolean counts = payment.receivedOn() != null && (forNow || payment.reversedOn() == null);
                    rest = invoice.id().equals(payment.invoice()) && counts ? rest.subtract(payment.amount()) : rest;
                }
                for (var credit : credits) {
                    boolean counts = forNow || credit.cancelledOn() == null;
                    rest = invoice.id().equals(credit.invoice()) && counts ? rest.subtract(credit.amount()) : rest;
                }
                if (rest.signum() > 0 && dice.nextInt(3) > 0) {
                    payments.add(rest("rest-", invoice, rest));
                }
                if (dice.nextInt(12) == 0) {
                    payments.add(rest("more-", invoice, BigDecimal.ONE));
                }
            }
            return payments;
        }

        private Payment rest(String id, Receivable invoice, BigDecimal rest) {
            var on = invoice.issued().plusDays(dice.nextInt(120));
            boolean announced = dice.nextInt(4) == 0;
            return new Payment(
                    id + invoice.id(),
                    invoice.customer(),
                    invoice.id(),
                    on,
                    rest,
                    invoice.currency(),
                    announced ? State.IN_TRANSIT : State.BOOKED,
                    later(on, 8),
                    announced ? later(on, 1) : null,
                    later(on, 4));
        }

        /** One in so many, on some day from the given one on. */
        private LocalDate later(LocalDate day, int of) {
            return dice.nextInt(of) == 0 ? day.plusDays(dice.nextInt(200)) : null;
        }

        private Receivable ended(Receivable r) {
            var charge = dice.nextInt(15) == 0 && a.invoices().size() > 1
                    ? new Receivable.Charge(a.invoices().get(0).id(), 1)
                    : r.charge();
            return new Receivable(
                    r.id(),
                    r.customer(),
                    r.issued(),
                    r.due(),
                    r.amount(),
                    r.currency(),
                    r.terms(),
                    r.reference(),
                    r.undelivered(),
                    r.goods(),
                    r.writtenOffOn() == null ? later(r.issued(), 15) : r.writtenOffOn(),
                    charge == null || charge.invoice().equals(r.id()) ? r.charge() : charge);
        }

        private Payment ended(Payment p) {
            return new Payment(
                    p.id(),
                    p.customer(),
                    p.invoice(),
                    p.on(),
                    p.amount(),
                    p.currency(),
                    p.state(),
                    p.reversedOn() == null ? later(p.on(), 5) : p.reversedOn(),
                    p.state() == State.IN_TRANSIT ? later(p.on(), 2) : null,
                    p.invoice() == null ? null : later(p.on(), 5));
        }

        private Credit ended(Credit c) {
            return new Credit(
                    c.id(),
                    c.customer(),
                    c.invoice(),
                    c.on(),
                    c.amount(),
                    c.currency(),
                    c.cancelledOn() == null ? later(c.on(), 5) : c.cancelledOn(),
                    c.invoice() == null ? null : later(c.on(), 4));
        }

        private Dispute ended(Dispute d) {
            var end = d.resolvedOn() == null ? later(d.on(), 2) : d.resolvedOn();
            return new Dispute(d.id(), d.invoice(), d.on(), d.amount(), d.reason(), d.owner(), end);
        }

        private Deduction ended(Deduction d) {
            var decided = later(d.on(), 2);
            var matched = decided == null ? null : (Boolean) dice.nextBoolean();
            var settled = Boolean.TRUE.equals(matched) ? later(decided, 2) : null;
            return new Deduction(
                    d.id(), d.invoice(), d.on(), d.amount(), d.reason(), d.plan(), decided, matched, settled);
        }

        private Promise ended(Promise p) {
            return new Promise(p.id(), p.invoice(), p.on(), p.amount(), p.until(), p.by(), later(p.on(), 5));
        }

        private Plan ended(Plan p) {
            return new Plan(p.id(), p.customer(), p.invoices(), p.on(), p.instalments(), p.terms(), later(p.on(), 3));
        }

        private Hold ended(Hold h) {
            return new Hold(
                    h.id(), h.customer(), h.invoice(), h.reason(), h.from(), h.until(), h.by(), later(h.from(), 3));
        }
    }
}
