package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A decision that should never have been made is told, whatever strategy and guard made it. */
class WhatNoStrategyMayDoTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Book BOOK = Book.on(DAY);
    private static final Receivable INVOICE = new Receivable(
            "I",
            "C",
            DAY.minusDays(50),
            DAY.minusDays(20),
            new BigDecimal("100"),
            "EUR",
            null,
            null,
            false,
            null,
            null);

    @Test
    void aCallAboutAnOpenInvoiceIsFine() {
        assertThat(broken(account(debtor(false, null), List.of(), List.of()), decision(Action.CALL, "100", "100")))
                .isEmpty();
    }

    @Test
    void theInsolventAreNotContacted() {
        assertThat(broken(account(debtor(false, DAY), List.of(), List.of()), decision(Action.CALL, "100", "100")))
                .anyMatch(text -> text.contains("is insolvent and gets CALL"));
        assertThat(broken(
                        account(debtor(false, DAY.plusDays(1)), List.of(), List.of()),
                        decision(Action.CALL, "100", "100")))
                .isEmpty();
    }

    @Test
    void whoMustNotBeContactedIsNot() {
        assertThat(broken(account(debtor(true, null), List.of(), List.of()), decision(Action.REMINDER, "100", "100")))
                .anyMatch(text -> text.contains("must not be contacted"));
    }

    @Test
    void whatIsDisputedIsNotAskedFor() {
        var dispute = new Dispute("D", "I", DAY.minusDays(3), new BigDecimal("30"), "broken", null, null);
        var account = account(debtor(false, null), List.of(dispute), List.of());
        assertThat(broken(account, decision(Action.CALL, "100", "70"))).isEmpty();
        assertThat(broken(account, decision(Action.CALL, "100", "71")))
                .anyMatch(text -> text.contains("more than is undisputed"));
    }

    @Test
    void whatIsPaidOrOnHoldIsNotAskedFor() {
        assertThat(broken(account(debtor(false, null), List.of(), List.of()), decision(Action.CALL, "0", "0")))
                .anyMatch(text -> text.contains("which is paid"));
        var hold = new Hold("H", "C", null, "waiting", DAY.minusDays(1), DAY.plusDays(1), "mia", null);
        assertThat(broken(account(debtor(false, null), List.of(), List.of(hold)), decision(Action.CALL, "100", "100")))
                .anyMatch(text -> text.contains("which is on hold"));
    }

    @Test
    void nothingSevereHappensWithoutAnybodysAgreement() {
        assertThat(broken(account(debtor(false, null), List.of(), List.of()), decision(Action.LAWSUIT, "100", "100")))
                .anyMatch(text -> text.contains("LAWSUIT without anybody"));
    }

    @Test
    void aGuardThatProtectsNobodyIsFoundOut() throws Exception {
        var standard = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/standard")));
        var account = account(debtor(true, null), List.of(), List.of());
        var nothing = Map.of("strategy.yaml", "name: guard\npurpose: protects nobody\n");
        assertThat(broken(account, new Decider(standard, guard(nothing)).decide(account, BOOK)))
                .isNotEmpty();
        var shipped = StrategyFiles.read(Path.of("rules/guard")).files();
        assertThat(broken(account, new Decider(standard, guard(shipped)).decide(account, BOOK)))
                .isEmpty();
    }

    private static io.dunlin.language.Compiled guard(Map<String, String> files) throws StrategyRefused {
        return StrategyCompiler.compile(new StrategyFiles("guard", new java.util.TreeMap<>(files)));
    }

    private static List<String> broken(Account account, Decision decision) {
        var invariants = new BookChecksInvariants(BOOK);
        invariants.look(account, decision);
        return invariants.objections();
    }

    private static Debtor debtor(boolean doNotContact, LocalDate insolventSince) {
        var d = Debtor.of("C", "Amsel GmbH", "DE");
        return new Debtor(
                d.id(),
                d.name(),
                d.country(),
                null,
                null,
                null,
                null,
                null,
                null,
                "a@a.example",
                "+49 30 1",
                "Weg 1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                insolventSince,
                doNotContact,
                null,
                null,
                null);
    }

    private static Account account(Debtor debtor, List<Dispute> disputes, List<Hold> holds) {
        return new Account(
                debtor, List.of(INVOICE), null, null, disputes, null, null, null, null, holds, null, null, null);
    }

    private static Decision decision(Action action, String balance, String asks) {
        var verdict = new Verdict(
                action,
                1,
                Channel.PHONE,
                Role.COLLECTOR,
                null,
                List.of("I"),
                List.of(),
                Map.of("EUR", new BigDecimal(asks)),
                List.of(),
                List.of(),
                List.of(),
                null);
        var invoice = new InvoiceVerdict("I", "EUR", new BigDecimal(balance), new BigDecimal(balance), verdict);
        var version = new PolicyVersion("x", "x");
        return new Decision("C", DAY, version, version, verdict, List.of(invoice), List.of());
    }
}
