package io.dunlin.experiment;

import static io.dunlin.experiment.Metric.COLLECTED;
import static io.dunlin.experiment.Metric.COLLECTED_BEFORE;
import static io.dunlin.experiment.Metric.COLLECTED_PER_GROUP;
import static io.dunlin.experiment.Metric.CONTACTS;
import static io.dunlin.experiment.Metric.COST;
import static io.dunlin.experiment.Metric.DISPUTES_AFTER_CONTACT;
import static io.dunlin.experiment.Metric.PAID_WITHIN_30;
import static io.dunlin.experiment.Metric.PAID_WITHIN_60;
import static io.dunlin.experiment.Metric.PROMISES_KEPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.AccountDraft;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.simulation.Prices;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what a customer did to what is counted of its group. Looked at from 1 March to 30 April; 61 days. */
class WhatHappenedTest {
    private static final LocalDate FROM = day("03-01");
    private static final Map<String, BigDecimal> RATES = Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("2"));
    private static final Prices PRICES =
            new Prices("EUR", Map.of(Action.CALL, new BigDecimal("7")), Map.of(Channel.EMAIL, new BigDecimal("0.50")));

    private final AccountDraft account = new AccountDraft();
    private final Map<String, BigDecimal> unrated = new TreeMap<>();
    private int number;

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    @BeforeEach
    void aCustomer() {
        account.customer(Debtor.of("K", "Falk", "DE"));
    }

    private Group counted() {
        var window = new Window(FROM, FROM, day("04-30"));
        var terms = new Terms(window, "EUR", new Rates(RATES), PRICES, 14);
        var whole = account.account();
        var tally = new Tally(0);
        new Paying(terms, unrated).tell(whole, new Cash(whole), tally);
        new Doing(terms).tell(whole, new Cash(whole), tally);
        return tally.group();
    }

    private void is(Metric metric, String part, String whole) {
        var sum = counted().sum(metric);
        assertThat(sum.part()).as("part").isEqualByComparingTo(part);
        assertThat(sum.whole()).as("whole").isEqualByComparingTo(whole);
    }

    private String invoice(String due, int amount) {
        return invoice(due, amount, "EUR");
    }

    private String invoice(String due, int amount, String currency) {
        var id = "I" + ++number;
        account.invoices(
                Receivable.of(id, "K", day(due).minusDays(30), day(due), BigDecimal.valueOf(amount), currency));
        return id;
    }

    private void paid(String invoice, String on, int amount) {
        paid(invoice, on, amount, null, null);
    }

    private void paid(String invoice, String on, int amount, String reversed, String allocated) {
        account.payments(new Payment(
                "P" + ++number,
                "K",
                invoice,
                day(on),
                BigDecimal.valueOf(amount),
                "EUR",
                State.BOOKED,
                reversed == null ? null : day(reversed),
                null,
                allocated == null ? null : day(allocated)));
    }

    private void contact(String on, Channel channel, Result result, Step... steps) {
        account.contacts(new Contact("C" + ++number, "K", day(on), channel, result, "mia", null, null, List.of(steps)));
    }

    // ---- what was collected

    @Test
    void whatWasOverdueOnTheFirstDayAndWhatOfItCameSince() {
        var old = invoice("02-10", 1000);
        paid(old, "02-20", 200);
        paid(old, "03-01", 300);
        paid(old, "04-30", 100);
        paid(old, "05-01", 400);
        is(COLLECTED, "400", "800");
    }

    @Test
    void aGroupsShareCountsAsOneHoweverMuchItOwes() {
        is(COLLECTED_PER_GROUP, "0", "0");
        paid(invoice("02-10", 1000), "03-01", 250);
        invoice("02-11", 1000);
        is(COLLECTED_PER_GROUP, "0.125", "1");
    }

    @Test
    void whatFellDueOnTheFirstDayWasNotOverdueYet() {
        invoice("03-01", 1000);
        is(COLLECTED, "0", "0");
        invoice("02-28", 10);
        is(COLLECTED, "0", "10");
    }

    @Test
    void aReversedPaymentWasNotCollectedAndOneReversedLaterWas() {
        var old = invoice("02-10", 1000);
        paid(old, "03-10", 300, "04-10", null);
        is(COLLECTED, "0", "1000");
        paid(old, "03-11", 200, "05-10", null);
        is(COLLECTED, "200", "1000");
    }

    @Test
    void moneyCountsFromTheDayItFoundItsInvoice() {
        var old = invoice("02-10", 1000);
        paid(old, "02-20", 300, null, "03-05");
        is(COLLECTED, "300", "1000");
        paid(old, "03-20", 300, null, "05-05");
        is(COLLECTED, "300", "1000");
    }

    @Test
    void creditNotesAndWriteOffsBringNoMoney() {
        var old = invoice("02-10", 1000);
        account.credits(new Credit("G", "K", old, day("03-10"), BigDecimal.valueOf(1000), "EUR", null));
        is(COLLECTED, "0", "1000");
    }

    @Test
    void moreThanWasOwedIsNotMoreThanAll() {
        paid(invoice("02-10", 1000), "03-10", 1500);
        is(COLLECTED, "1000", "1000");
    }

    @Test
    void anotherCurrencyIsBroughtIntoOursOrLeftOut() {
        invoice("02-10", 1000, "USD");
        is(COLLECTED, "0", "500");
        invoice("02-10", 700, "CHF");
        is(COLLECTED, "0", "500");
        assertThat(unrated).containsEntry("CHF", new BigDecimal("700")).hasSize(1);
    }

    /** 61 days before 1 March is 30 December. */
    @Test
    void theTimeBeforeIsAsLongAndEndsTheDayBefore() {
        account.invoices(Receivable.of(
                "A", "K", day("01-01").minusDays(60), day("01-01").minusDays(10), new BigDecimal("500"), "EUR"));
        paid("A", "01-01", 100);
        paid("A", "02-28", 50);
        paid("A", "03-01", 200);
        is(COLLECTED_BEFORE, "150", "500");
        is(COLLECTED, "200", "350");
    }

    // ---- how long it took

    @Test
    void waitsBeginAtTheDueDayAndEndWithTheLastCent() {
        var half = invoice("03-10", 100);
        paid(half, "03-12", 50);
        paid(half, "03-20", 50);
        paid(invoice("03-11", 100), "03-01", 100);
        invoice("04-20", 100);
        invoice("02-28", 100);
        invoice("05-01", 100);
        assertThat(counted().waits())
                .containsExactlyInAnyOrder(new Wait(10, true, 51), new Wait(0, true, 50), new Wait(10, false, 10));
    }

    @Test
    void whoIsAskedWhetherTheyPaidWithinAMonthHadAMonth() {
        paid(invoice("03-31", 100), "04-30", 100);
        paid(invoice("03-02", 100), "04-02", 100);
        invoice("04-01", 100);
        is(PAID_WITHIN_30, "1", "2");
        is(PAID_WITHIN_60, "0", "0");
        paid(invoice("03-01", 100), "04-29", 100);
        is(PAID_WITHIN_60, "1", "1");
    }

    // ---- what was done

    @Test
    void contactsAreThoseThatReachedForTheCustomer() {
        contact("03-01", Channel.EMAIL, Result.DONE);
        contact("03-02", Channel.PHONE, Result.NO_ANSWER);
        contact("03-03", Channel.EMAIL, Result.UNDELIVERABLE);
        contact("03-04", Channel.INTERNAL, Result.DONE);
        contact("02-28", Channel.EMAIL, Result.DONE);
        is(CONTACTS, "2", "1");
    }

    @Test
    void aContactCostsOnceAsMuchAsItsDearestStep() {
        contact("03-01", Channel.EMAIL, Result.UNDELIVERABLE);
        contact("03-02", Channel.PHONE, Result.DONE, step("A", Action.CALL), step("B", Action.CALL));
        is(COST, "7.50", "1");
    }

    private static Step step(String invoice, Action action) {
        return new Step(invoice, action, 1);
    }

    @Test
    void aPromiseIsKeptToTheDay() {
        var old = invoice("02-10", 1000);
        promise(old, 100, "03-20");
        paid(old, "03-20", 100);
        promise(old, 500, "03-25");
        promise(old, 50, "04-30");
        is(PROMISES_KEPT, "1", "2");
    }

    private void promise(String invoice, int amount, String until) {
        account.promises(new Promise(
                "V" + ++number, invoice, day("03-10"), BigDecimal.valueOf(amount), day(until), "Frau Amsel", null));
    }

    @Test
    void aDisputeAfterAContactIsCountedAndOneOutOfTheBlueIsNot() {
        var old = invoice("02-10", 1000);
        contact("03-10", Channel.EMAIL, Result.DONE);
        dispute(old, "03-24");
        dispute(old, "03-25");
        dispute(old, "03-09");
        is(DISPUTES_AFTER_CONTACT, "1", "1");
    }

    private void dispute(String invoice, String on) {
        account.disputes(new Dispute("D" + ++number, invoice, day(on), null, "price", "sales", null));
    }

    // ---- what came after which step

    @Test
    void aPaymentIsToldBesideTheLastConfirmedStepAboutItsInvoice() {
        var old = invoice("02-10", 1000);
        contact("03-08", Channel.EMAIL, Result.DONE, step(old, Action.REMINDER));
        contact("03-09", Channel.PHONE, Result.DONE, step("another", Action.CALL));
        contact("03-10", Channel.PHONE, Result.NO_ANSWER, step(old, Action.CALL));
        paid(old, "03-22", 100);
        paid(old, "03-23", 40);
        assertThat(counted().received())
                .containsOnlyKeys(Action.REMINDER, Action.NO_ACTION)
                .containsEntry(Action.REMINDER, Ratio.of(1, 100))
                .containsEntry(Action.NO_ACTION, Ratio.of(1, 40));
    }
}
