package io.dunlin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F25: instalments are chased instead of the invoices that a payment plan covers, and only those that are missed. */
class PaymentPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Debtor CUSTOMER = Situation.aCustomer().account().customer();
    private static final Receivable OLD = owing("I", "500.00", DAY.minusDays(20));
    private static final Receivable YOUNG = owing("J", "1000.00", DAY.minusDays(10));

    @Test
    void onlyTheMissedInstalmentIsAskedFor() {
        var decision = decide(DAY, plan(List.of("I"), "100.00", "400.00"), List.of(OLD));
        assertAsks(decision.customer(), "100.00");
        assertThat(decision.customer().reasons().get(0).text())
                .isEqualTo("100.00 EUR of the payment plan missed, the oldest 5 days ago");
    }

    @Test
    void aCentThatIsMissingIsACentThatIsAskedFor() {
        assertAsks(
                decide(DAY, plan(List.of("I"), "100.00", "400.00"), List.of(OLD), paid("I", "99.99"))
                        .customer(),
                "0.01");
        assertThat(decide(DAY, plan(List.of("I"), "100.00", "400.00"), List.of(OLD), paid("I", "100.00"))
                        .customer()
                        .action())
                .isEqualTo(Action.NO_ACTION);
    }

    @Test
    void twoMissedInstalmentsAreAskedForTogether() {
        var decision = decide(DAY.plusDays(31), plan(List.of("I"), "100.00", "150.00", "250.00"), List.of(OLD));
        assertAsks(decision.customer(), "250.00");
    }

    @Test
    void anInstalmentOfTodayIsNotMissed() {
        var instalments = List.of(
                new Plan.Instalment(DAY.minusDays(5), new BigDecimal("100.00")),
                new Plan.Instalment(DAY, new BigDecimal("150.00")),
                new Plan.Instalment(DAY.plusDays(5), new BigDecimal("250.00")));
        var plan = new Plan("R", "C1", List.of("I"), DAY.minusDays(18), instalments, null, null);
        assertAsks(decide(DAY, plan, List.of(OLD)).customer(), "100.00");
        assertAsks(decide(DAY.plusDays(1), plan, List.of(OLD)).customer(), "250.00");
    }

    @Test
    void whatAPlanOverSeveralInvoicesLacksIsAskedForOnceOldestFirst() {
        var both = List.of("I", "J");
        var little = decide(DAY, plan(both, "50.00", "1450.00"), List.of(OLD, YOUNG));
        assertAsks(little.customer(), "50.00");
        assertThat(little.customer().invoices()).containsExactly("I");
        var more = decide(DAY, plan(both, "700.00", "800.00"), List.of(OLD, YOUNG));
        assertAsks(more.customer(), "700.00");
        assertThat(more.customer().invoices()).containsExactly("I", "J");
    }

    @Test
    void aCallAboutThePlanMentionsWhatIsOnNoneWithWhatMayBeChased() {
        var decision = decide(DAY, plan(List.of("I"), "50.00", "450.00"), List.of(OLD, YOUNG));
        assertThat(decision.customer().invoices()).containsExactly("I", "J");
        assertAsks(decision.customer(), "1050.00");
    }

    @Test
    void aDisputeOnOneInvoiceDoesNotMoveItsInstalmentToTheOther() {
        var dispute = new Dispute("D", "I", DAY.minusDays(3), null, "broken", "sales", null);
        var account = account(plan(List.of("I", "J"), "50.00", "1450.00"), List.of(OLD, YOUNG));
        var disputed = new AccountDraft().customer(CUSTOMER).disputes(dispute);
        account.invoices().forEach(disputed::invoices);
        account.plans().forEach(disputed::plans);
        assertThat(Policies.shipped("standard")
                        .decide(disputed.account(), Book.on(DAY))
                        .customer()
                        .asks())
                .isEmpty();
    }

    @Test
    void thePlanProtectsUntilTheLastDayOfTheTolerance() {
        var plan = plan(List.of("I"), "100.00", "400.00");
        var tolerance =
                Policies.shipped("standard").strategy().manifest().holds().planToleranceDays();
        var due = plan.instalments().get(0).due();
        for (int after = -3; after <= tolerance; after++) {
            var day = due.plusDays(after);
            var blocker = decide(day, plan, List.of(OLD)).invoices().get(0).verdict().blockers().stream()
                    .filter(its -> its.code() == Code.ON_PLAN)
                    .findFirst();
            // What is asked for is not held up by the plan.
            if (blocker.isPresent()) {
                assertThat(blocker.get().until()).isEqualTo(due.plusDays(tolerance));
                assertThat(blocker.get().text()).endsWith(after > 0 ? due + " missed" : "next instalment " + due);
            } else {
                assertThat(after).isPositive();
            }
        }
    }

    private static void assertAsks(Verdict verdict, String amount) {
        assertThat(verdict.action()).isEqualTo(Action.PLAN_FOLLOW_UP);
        assertThat(verdict.asks()).isEqualTo(Map.of("EUR", new BigDecimal(amount)));
    }

    private static Decision decide(LocalDate day, Plan plan, List<Receivable> invoices, Payment... payments) {
        return Policies.shipped("standard").decide(account(plan, invoices, payments), Book.on(day));
    }

    private static Account account(Plan plan, List<Receivable> invoices, Payment... payments) {
        var account = new AccountDraft().customer(CUSTOMER).plans(plan);
        invoices.forEach(account::invoices);
        List.of(payments).forEach(account::payments);
        return account.account();
    }

    private static Receivable owing(String id, String amount, LocalDate due) {
        return Receivable.of(id, "C1", due.minusDays(30), due, new BigDecimal(amount), "EUR");
    }

    private static Payment paid(String invoice, String amount) {
        return new Payment("P", "C1", invoice, DAY.minusDays(6), new BigDecimal(amount), "EUR", null, null);
    }

    /** Agreed on 18 days ago, the first instalment due five days ago, the others every thirty days. */
    private static Plan plan(List<String> invoices, String... amounts) {
        var instalments = new java.util.ArrayList<Plan.Instalment>();
        for (var amount : amounts) {
            instalments.add(
                    new Plan.Instalment(DAY.minusDays(5).plusDays(30L * instalments.size()), new BigDecimal(amount)));
        }
        return new Plan("R", "C1", invoices, DAY.minusDays(18), instalments, null, null);
    }
}
