package io.dunlin.bench;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A customer who never pays: whatever is decided is done, and weeks later one decides again, up to the top of the ladder. */
final class Journey {
    private static final int DAYS = 13;
    private static final int STAGES = 18;

    private Journey() {}

    static void through(Agreement agreement, Account start) {
        var account = start;
        for (int stage = 0; stage < STAGES; stage++) {
            var decision = agreement.check(account, Portfolio.book(stage * DAYS));
            account = after(account, decision);
        }
    }

    /** The account once everything decided was carried out. */
    private static Account after(Account account, Decision decision) {
        var contacts = new ArrayList<>(account.contacts());
        var steps = new ArrayList<Verdict>();
        steps.add(decision.customer());
        decision.invoices().forEach(invoice -> steps.add(invoice.verdict()));
        steps.stream()
                .filter(verdict -> !verdict.steps().isEmpty())
                .forEach(verdict -> contacts.add(contact(account, decision.asOf(), contacts.size(), verdict)));
        return new Account(
                debtor(account.customer(), steps, decision.asOf()),
                account.invoices(),
                account.payments(),
                account.credits(),
                account.disputes(),
                account.deductions(),
                account.promises(),
                account.plans(),
                contacts,
                account.holds(),
                null,
                null,
                null);
    }

    private static Contact contact(Account account, LocalDate on, int number, Verdict verdict) {
        var id = account.customer().id() + "-J" + number;
        var nobodyThere = verdict.action() == Action.CALL && Math.floorMod(id.hashCode(), 3) == 0;
        var result = nobodyThere ? Result.NO_ANSWER : Result.DONE;
        List<Step> steps = verdict.steps().stream()
                .map(step -> new Step(step.invoice(), step.action(), step.level()))
                .toList();
        return new Contact(id, account.customer().id(), on, verdict.channel(), result, null, null, null, steps);
    }

    private static Debtor debtor(Debtor d, List<Verdict> done, LocalDate on) {
        boolean stopped = done.stream().anyMatch(verdict -> verdict.action() == Action.CREDIT_HOLD);
        if (!stopped || d.creditHoldSince() != null) {
            return d;
        }
        return DebtorDraft.of(d).creditHoldSince(on).debtor();
    }
}
