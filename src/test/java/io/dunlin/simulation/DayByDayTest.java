package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Debtor;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One account under one strategy, day by day. */
class DayByDayTest {
    /** A Monday; the invoice is due on it. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final Decider LADDER = Policies.tiny(
            "$i : Invoice( collectable > 0, daysOverdue >= 1 ) -> propose( $i, REMINDER, 1, \"one\" );",
            "$i : Invoice( collectable > 0, daysOverdue >= 10, reminderLevel >= 1 ) -> propose( $i, REMINDER, 2, \"two\" );");

    @Test
    void aRecommendedStepCountsAsDoneTheSameDaySoThatTheNextFollows() {
        assertThat(steps(LADDER, owing(), DUE, DUE.plusDays(20)))
                .containsExactly("2026-03-03 REMINDER 1", "2026-03-12 REMINDER 2");
    }

    @Test
    void nothingIsDecidedOnAWeekend() {
        var saturday = LocalDate.of(2026, 3, 7);
        assertThat(steps(LADDER, owing(), saturday, saturday.plusDays(3))).containsExactly("2026-03-09 REMINDER 1");
    }

    @Test
    void whatTheHouseReallyDidCountsBeforeTheFirstDayAndIsReplacedAfterIt() {
        var before = with(owing(), contact("c1", DUE.plusDays(1)));
        assertThat(steps(LADDER, before, DUE.plusDays(4), DUE.plusDays(20)))
                .as("the first reminder went out in reality")
                .containsExactly("2026-03-12 REMINDER 2");
        var after = with(owing(), contact("c1", DUE.plusDays(5)));
        assertThat(steps(LADDER, after, DUE, DUE.plusDays(3))).containsExactly("2026-03-03 REMINDER 1");
        assertThat(steps(LADDER, after, DUE, DUE.plusDays(20)))
                .as("the reminder of the 7th never happens here")
                .containsExactly("2026-03-03 REMINDER 1", "2026-03-12 REMINDER 2");
    }

    @Test
    void paymentsAndDisputesArriveOnTheirRealDays() {
        var paid =
                with(owing(), new Payment("p", "C", "I", DUE.plusDays(8), new BigDecimal("100.00"), "EUR", null, null));
        assertThat(steps(LADDER, paid, DUE, DUE.plusDays(20))).containsExactly("2026-03-03 REMINDER 1");
        var contested = with(owing(), new Dispute("d", "I", DUE.plusDays(8), null, "short", null, DUE.plusDays(14)));
        assertThat(steps(LADDER, contested, DUE, DUE.plusDays(20)))
                .containsExactly("2026-03-03 REMINDER 1", "2026-03-16 REMINDER 2");
    }

    @Test
    void insideWorkLeavesItsMarkAndIsNotAskedForEveryDay() {
        var assign = Policies.tiny("$c : Customer( collector == null, overdueInvoices >= 1 ) ->"
                + " propose( $c, ASSIGN_COLLECTOR, \"nobody\" );");
        assertThat(steps(assign, owing(), DUE, DUE.plusDays(60))).containsExactly("2026-03-03 ASSIGN_COLLECTOR 1");
    }

    /** A snapshot is the same decision as any other, contacts of the day included. */
    @Test
    void aSnapshotDoesWhatDecideSays() {
        var decider = Policies.shipped("standard");
        var day = Generator.AS_OF;
        Generator.accounts(300, 11, day).forEach(account -> {
            var decided = decider.decide(account, Book.on(day));
            var played = play(decider, account, day, day).done().stream()
                    .filter(Done::isContact)
                    .toList();
            if (decided.customer().action().isContact()) {
                assertThat(played).hasSize(1);
                assertThat(played.get(0).action()).isEqualTo(decided.customer().action());
                assertThat(played.get(0).invoices())
                        .isEqualTo(decided.customer().invoices());
            } else {
                assertThat(played).isEmpty();
            }
        });
    }

    @Test
    void whatNeedsAPersonIsHandedOverOnce() {
        var unreachable = new AccountDraft()
                .customer(Debtor.of("C", "Amsel", "DE"))
                .invoices(Receivable.of("I", "C", DUE.minusDays(30), null, new BigDecimal("100.00"), "EUR"))
                .account();
        assertThat(steps(LADDER, unreachable, DUE, DUE.plusDays(20))).containsExactly("2026-03-02 NEEDS_HUMAN 0");
    }

    @Test
    void everyRuleThatSpokeIsRemembered() {
        var beaten = Policies.tiny(
                "$i : Invoice( collectable > 0, daysOverdue >= 1 ) -> propose( $i, REMINDER, \"mail\" );",
                "$i : Invoice( collectable > 0, daysOverdue >= 1 ) -> propose( $i, CALL, \"call\" );",
                "$i : Invoice( collectable > 0, daysOverdue >= 1000 ) -> propose( $i, CALL, \"never\" );");
        var played = play(beaten, owing(), DUE, DUE.plusDays(2));
        assertThat(played.fired()).containsExactly("T1", "T2");
        assertThat(played.done().get(0).rules()).containsExactly("T2");
    }

    private static Account owing() {
        return Account.of(
                Debtor.of("C", "Amsel", "DE"),
                List.of(Receivable.of("I", "C", DUE.minusDays(30), DUE, new BigDecimal("100.00"), "EUR")));
    }

    private static Contact contact(String id, LocalDate on) {
        return new Contact(
                id, "C", on, Channel.EMAIL, null, null, null, null, List.of(new Contact.Step("I", Action.REMINDER, 1)));
    }

    private static Account with(Account account, Object event) {
        var draft = new AccountDraft().customer(account.customer());
        account.invoices().forEach(draft::invoices);
        if (event instanceof Contact contact) {
            draft.contacts(contact);
        } else if (event instanceof Payment payment) {
            draft.payments(payment);
        } else {
            draft.disputes((Dispute) event);
        }
        return draft.account();
    }

    static Played play(Decider decider, Account account, LocalDate from, LocalDate to) {
        var window = new Window(from, to);
        return new PlainPlayer(decider, window, Books.of(window, Book::on)).play(account);
    }

    private static List<String> steps(Decider decider, Account account, LocalDate from, LocalDate to) {
        return play(decider, account, from, to).done().stream()
                .map(done -> done.on() + " " + done.action() + " " + done.level())
                .collect(Collectors.toList());
    }
}
