package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Dispute;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no strategy and no guard may ever do, looked for in every decision from the facts alone: it does not ask the guard,
 * so that a guard that was changed for the worse is found too.
 */
final class BookChecksInvariants {
    private static final int TOLD = 10;
    private static final Set<Action> AGAINST_NOBODY = Set.of(Action.CREDIT_HOLD, Action.WRITE_OFF);

    private final LocalDate day;
    private final List<String> broken = new ArrayList<>();
    private long count;

    BookChecksInvariants(Book book) {
        this.day = book.asOf();
    }

    void look(Account account, Decision decision) {
        whom(account, decision);
        decision.invoices().forEach(invoice -> invoice(account, decision, invoice));
        asks(account, decision);
        if (decision.tasks().stream().filter(task -> task.action().isContact()).count()
                        + (decision.customer().action().isContact() ? 1 : 0)
                > 1) {
            say(decision, "is contacted more than once a day");
        }
    }

    private void whom(Account account, Decision decision) {
        var debtor = account.customer();
        var verdicts = new ArrayList<Verdict>(decision.tasks());
        verdicts.add(decision.customer());
        decision.invoices().forEach(invoice -> verdicts.add(invoice.verdict()));
        for (var verdict : verdicts) {
            var action = verdict.action();
            var isClaim = action.claim() != Claim.NOTHING && !AGAINST_NOBODY.contains(action);
            if (has(debtor.insolventSince()) && (action.isContact() || isClaim)) {
                say(decision, "is insolvent and gets " + action);
            }
            if (debtor.doNotContact() && action.isContact()) {
                say(decision, "must not be contacted and gets " + action);
            }
            if (action.needsApproval() && verdict.approval() == null) {
                say(decision, "gets " + action + " without anybody having to agree");
            }
        }
    }

    private boolean has(LocalDate since) {
        return since != null && !since.isAfter(day);
    }

    private void invoice(Account account, Decision decision, InvoiceVerdict invoice) {
        var isClaimed = invoice.verdict().action().claim() != Claim.NOTHING;
        if (isClaimed && invoice.balance().signum() <= 0) {
            say(decision, "is asked about invoice " + invoice.id() + ", which is paid");
        }
        var isHeld = account.holds().stream()
                .filter(hold -> hold.invoice() == null || hold.invoice().equals(invoice.id()))
                .anyMatch(hold -> hold.covers(day));
        if (isClaimed && isHeld) {
            say(decision, "is asked about invoice " + invoice.id() + ", which is on hold");
        }
    }

    /** No more is asked for than is open and undisputed. */
    private void asks(Account account, Decision decision) {
        var most = new HashMap<String, BigDecimal>();
        for (var invoice : decision.invoices()) {
            if (decision.customer().invoices().contains(invoice.id())) {
                var rest =
                        invoice.balance().subtract(disputed(account, invoice)).max(BigDecimal.ZERO);
                most.merge(invoice.currency(), rest, BigDecimal::add);
            }
        }
        decision.customer().asks().forEach((currency, amount) -> {
            if (amount.compareTo(most.getOrDefault(currency, BigDecimal.ZERO)) > 0) {
                say(decision, "is asked for " + amount.toPlainString() + " " + currency + ", more than is undisputed");
            }
        });
    }

    private BigDecimal disputed(Account account, InvoiceVerdict invoice) {
        return account.disputes().stream()
                .filter(dispute -> dispute.invoice().equals(invoice.id()) && isOpen(dispute))
                .map(dispute -> dispute.amount() == null ? invoice.balance() : dispute.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isOpen(Dispute dispute) {
        return !dispute.on().isAfter(day) && !has(dispute.resolvedOn());
    }

    private void say(Decision decision, String what) {
        count++;
        if (broken.size() < TOLD) {
            broken.add("guard invariant: customer " + decision.customerId() + " " + what);
        }
    }

    List<String> objections() {
        return count > TOLD ? List.of(String.join("; ", broken) + "; and " + (count - TOLD) + " more") : broken;
    }

    Map<String, Object> figures() {
        return Map.of("brokenInvariants", count);
    }
}
