package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Contact;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.simulation.Violation.Kind;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Players that do what they must not: each is caught, and none that stops just short of it. */
class WhatNoRunMayDoTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final Window WINDOW = new Window(DAY, DAY.plusDays(60));
    /** At most 2 contacts in 7 days and 6 in 30; 4 quiet days and 2 contacts in 7 days within a group. */
    private static final Decider STANDARD = Policies.shipped("standard");

    @Test
    void moneyIsNotAskedForThatIsContestedAltogether() {
        var contested = draft().disputes(dispute(null, null)).account();
        assertThat(found(contested, call(5))).containsExactly(Kind.CONTACT_ON_DISPUTED);
        assertThat(found(draft().disputes(dispute("100.00", null)).account(), call(5)))
                .containsExactly(Kind.CONTACT_ON_DISPUTED);
        assertThat(found(draft().disputes(dispute("99.99", null)).account(), call(5)))
                .isEmpty();
        assertThat(found(draft().disputes(dispute(null, DAY.plusDays(5))).account(), call(5)))
                .as("settled that day")
                .isEmpty();
        assertThat(found(contested, step(5, Action.RESEND_INVOICE, 1)))
                .as("asks for nothing")
                .isEmpty();
        assertThat(found(contested, call(1))).as("the day before").isEmpty();
    }

    @Test
    void nobodyIsContactedTwiceOnADay() {
        assertThat(found(account(), call(5), step(5, Action.LAW_FIRM_LETTER, 1)))
                .containsExactly(Kind.TWO_CONTACTS_ON_A_DAY);
        assertThat(found(account(), call(5), step(5, Action.CREDIT_REVIEW, 1))).isEmpty();
    }

    @Test
    void nobodyIsContactedMoreOftenThanTheStrategyMay() {
        assertThat(found(account(), call(1), call(4), call(7))).containsExactly(Kind.CONTACT_LIMIT);
        assertThat(found(account(), call(1), call(4), call(8))).isEmpty();
        assertThat(found(account(), call(1), call(4), step(7, Action.LAW_FIRM_LETTER, 1)))
                .as("must go out in any case")
                .isEmpty();
        assertThat(found(account(), call(0), call(5), call(10), call(15), call(20), call(25), call(29)))
                .containsExactly(Kind.CONTACT_LIMIT);
        assertThat(found(account(), call(0), call(5), call(10), call(15), call(20), call(25), call(30)))
                .isEmpty();
    }

    @Test
    void contactsOfBeforeTheFirstDayCount() {
        var before =
                account().withContacts(List.of(contact("a", "A", -1), contact("b", "A", -2), contact("c", "A", 1)));
        assertThat(found(before, call(4))).containsExactly(Kind.CONTACT_LIMIT);
        assertThat(found(before, call(6)))
                .as("what really happened after the first day never happened here")
                .isEmpty();
    }

    @Test
    void nothingGetsSofterWithoutCause() {
        assertThat(found(account(), reminder(1, 2), reminder(9, 1))).containsExactly(Kind.SOFTER_WITHOUT_CAUSE);
        assertThat(found(account(), step(1, Action.LAW_FIRM_LETTER, 1), reminder(20, 3)))
                .containsExactly(Kind.SOFTER_WITHOUT_CAUSE);
        assertThat(found(account(), reminder(1, 2), reminder(9, 2))).isEmpty();
        var paid = draft().payments(
                        new Payment("p", "A", "I", DAY.plusDays(5), new BigDecimal("10.00"), "EUR", null, null))
                .account();
        assertThat(found(paid, reminder(1, 2), reminder(9, 1)))
                .as("something was paid")
                .isEmpty();
    }

    @Test
    void aGroupIsLeftInPeaceTogether() {
        assertThat(group("G", "G", call("B", 1), call("A", 4))).containsExactly("A GROUP_NOT_LEFT_IN_PEACE");
        assertThat(group("G", "G", call("B", 1), call("A", 5))).isEmpty();
        assertThat(group("G", "H", call("B", 1), call("A", 4))).isEmpty();
        assertThat(group("G", "G", call("B", 1), step("A", 4, Action.LAW_FIRM_LETTER, 1)))
                .isEmpty();
        assertThat(group("G", "G", call("A", 2), call("B", 2)))
                .as("on one day the one that was asked about later")
                .containsExactly("B GROUP_NOT_LEFT_IN_PEACE");
    }

    @Test
    void aGroupHasItsContactsOfAWeekTogether() {
        assertThat(group("G", "G", call("B", 0), step("B", 1, Action.LAW_FIRM_LETTER, 1), call("A", 6)))
                .containsExactly("A GROUP_CONTACT_LIMIT");
        assertThat(group("G", "G", call("B", 0), step("B", 1, Action.LAW_FIRM_LETTER, 1), call("A", 7)))
                .isEmpty();
        assertThat(group("G", "G", call("A", 0), call("B", 5), call("A", 6)))
                .contains("A GROUP_CONTACT_LIMIT", "A GROUP_NOT_LEFT_IN_PEACE");
    }

    @Test
    void aBadPlayerIsToldInTheResultOfTheWholeRun() throws Exception {
        var members = List.of(owing("A", "G", null), owing("B", null, "A"));
        var basis = new Accounts(members).between(STANDARD, STANDARD, DAY, DAY.plusDays(60));
        Player quiet = family -> family.members().stream()
                .map(any -> new Played(List.of(), Set.of()))
                .toList();
        Player bad = family -> family.members().stream()
                .map(member -> new Played(
                        List.of(
                                call(member.customer().id(), 3),
                                call(member.customer().id(), 3)),
                        Set.of()))
                .toList();
        var tallies = new Tallies();
        new Simulation(basis, quiet, bad, List.of(), 1).count(new Family(members), tallies);
        assertThat(tallies.side(Arm.BASELINE).violations).isEmpty();
        assertThat(tallies.side(Arm.CANDIDATE).violations)
                .containsEntry(Kind.TWO_CONTACTS_ON_A_DAY, 2L)
                .containsEntry(Kind.GROUP_NOT_LEFT_IN_PEACE, 2L)
                .containsKey(Kind.GROUP_CONTACT_LIMIT);
    }

    private static List<Kind> found(Account account, Done... done) {
        var nothing = new Played(List.of(), Set.of());
        var compared = Compared.of(account, nothing, new Played(List.of(done), Set.of()), WINDOW);
        var numbers = STANDARD.strategy().manifest().holds();
        assertThat(Invariants.of(compared, Arm.BASELINE, numbers, WINDOW)).isEmpty();
        return Invariants.of(compared, Arm.CANDIDATE, numbers, WINDOW).stream()
                .map(Violation::kind)
                .toList();
    }

    private static List<String> group(String groupOfA, String groupOfB, Done... done) {
        var family = new Family(List.of(owing("A", groupOfA, null), owing("B", groupOfB, null)));
        var played = Stream.of("A", "B")
                .map(id -> new Played(
                        Stream.of(done)
                                .filter(its -> its.invoices().get(0).equals(invoice(id)))
                                .toList(),
                        Set.of()))
                .toList();
        var numbers = STANDARD.strategy().manifest().holds();
        return GroupInvariants.of(family, played, Arm.CANDIDATE, numbers, WINDOW).stream()
                .map(violation -> violation.customer() + " " + violation.kind())
                .toList();
    }

    private static Done call(int day) {
        return call("A", day);
    }

    private static Done call(String customer, int day) {
        return step(customer, day, Action.CALL, 1);
    }

    private static Done reminder(int day, int level) {
        return step(day, Action.REMINDER, level);
    }

    private static Done step(int day, Action action, int level) {
        return step("A", day, action, level);
    }

    private static Done step(String customer, int day, Action action, int level) {
        var invoice = invoice(customer);
        return new Done(
                DAY.plusDays(day),
                action,
                level,
                action.channel(),
                Role.COLLECTOR,
                null,
                List.of(invoice),
                List.of(new Contact.Step(invoice, action, level)),
                Map.of(),
                List.of());
    }

    private static String invoice(String customer) {
        return customer.equals("A") ? "I" : "I-" + customer;
    }

    private static Account account() {
        return draft().account();
    }

    private static AccountDraft draft() {
        return AccountDraft.of(owing("A", null, null));
    }

    private static Account owing(String id, String group, String payer) {
        var invoice =
                Receivable.of(invoice(id), id, DAY.minusDays(60), DAY.minusDays(30), new BigDecimal("100.00"), "EUR");
        return Account.of(MembersOfAGroupTest.debtor(id, group, payer), List.of(invoice));
    }

    private static Dispute dispute(String amount, LocalDate resolvedOn) {
        return new Dispute(
                "d", "I", DAY.plusDays(2), amount == null ? null : new BigDecimal(amount), "why", null, resolvedOn);
    }

    private static Contact contact(String id, String customer, int day) {
        return new Contact(id, customer, DAY.plusDays(day), Channel.PHONE, null, null, null, null, List.of());
    }
}
