package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When to ask again: for the customer and each invoice the first later day, within a year, on which the answer would be
 * another one if nothing else happened. Wording that counts days does not make another answer.
 */
public final class NextEvaluation {
    /**
     * A free day is news only where it moves an action; else everybody would be asked about again each Saturday. That no
     * rule applies is said only where nothing else is.
     */
    private static final Set<Code> NO_NEWS = Set.of(Code.NON_WORKING_DAY, Code.NO_RULE);

    private NextEvaluation() {}

    /** What makes two verdicts the same answer. */
    private record Answer(
            Action action,
            int level,
            Channel channel,
            Role approval,
            List<String> invoices,
            Map<String, BigDecimal> asks,
            Set<Code> blockers) {
        static Answer of(Verdict v) {
            var codes = v.blockers().stream()
                    .map(b -> b.code())
                    .filter(code -> !NO_NEWS.contains(code))
                    .collect(Collectors.toSet());
            return new Answer(v.action(), v.level(), v.channel(), v.approval(), v.invoices(), v.asks(), codes);
        }
    }

    /** The same decision with its dates. */
    public static Decision of(Decider decider, Account account, Book book, Decision decision) {
        var waiting = answers(decision);
        waiting.entrySet().removeIf(entry -> entry.getValue().blockers().contains(Code.PAID));
        var dates = new HashMap<String, LocalDate>();
        var future = waiting.isEmpty() ? null : new Future(decider, account, book);
        while (!waiting.isEmpty()) {
            var later = future.next();
            if (later.isEmpty()) {
                break;
            }
            var then = answers(later.get());
            waiting.entrySet().removeIf(entry -> {
                boolean changed = !entry.getValue().equals(then.get(entry.getKey()));
                if (changed) {
                    dates.put(entry.getKey(), later.get().asOf());
                }
                return changed;
            });
        }
        return dated(decision, dates);
    }

    /** By invoice id; the customer's own under the empty id, which no invoice has. */
    private static Map<String, Answer> answers(Decision decision) {
        var answers = new HashMap<String, Answer>();
        answers.put("", Answer.of(decision.customer()));
        decision.invoices().forEach(i -> answers.put(i.id(), Answer.of(i.verdict())));
        return answers;
    }

    private static Decision dated(Decision d, Map<String, LocalDate> dates) {
        var invoices = d.invoices().stream()
                .map(i -> new InvoiceVerdict(
                        i.id(),
                        i.currency(),
                        i.balance(),
                        i.collectable(),
                        i.verdict().withNextEvaluation(dates.get(i.id()))))
                .toList();
        return new Decision(
                d.customerId(),
                d.asOf(),
                d.strategy(),
                d.guard(),
                d.customer().withNextEvaluation(dates.get("")),
                invoices,
                d.tasks());
    }
}
