package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days ahead if nothing else happens: no payment, no contact, no new fact, and bank data as fresh as today's. A day is
 * only decided again if a threshold of a rule, of the guard or of a hold was crossed since the day before.
 */
final class Future {
    static final int DAYS = 365;

    private final Decider decider;
    private final Account known;
    private final Book book;
    private List<Object> before;
    private int day;

    Future(Decider decider, Account account, Book book) {
        this.decider = decider;
        this.known = AsOf.known(account, book.asOf());
        this.book = book;
        this.before = state(decider.derive(known, book));
    }

    /** The decision of the next later day on which it may differ; empty after a year. */
    Optional<Decision> next() {
        while (day < DAYS) {
            day++;
            var then = later(book, day);
            var state = state(decider.derive(known, then));
            if (!state.equals(before)) {
                before = state;
                return Optional.of(decider.decide(known, then));
            }
        }
        return Optional.empty();
    }

    static Book later(Book book, int days) {
        var bank = book.bankDataUpTo() == null ? null : book.bankDataUpTo().plusDays(days);
        return new Book(book.asOf().plusDays(days), bank, book.rates(), book.classes());
    }

    /** Everything a decision depends on, reduced to which side of each threshold it is on. */
    private List<Object> state(Case the) {
        var state = new ArrayList<Object>();
        for (var customer : the.customers()) {
            state.add(decider.strategy().truths(customer));
            state.add(decider.guard()
                    .truths(new Outcome(customer, null, Action.NO_ACTION, 1, Action.NO_ACTION.channel())));
            state.add(customer.recentlyDone());
        }
        var today = the.book().asOf();
        for (var item : the.open()) {
            var invoice = item.invoice();
            state.add(decider.strategy().truths(invoice));
            state.add(decider.guard()
                    .truths(new Outcome(invoice.customer(), invoice, Action.NO_ACTION, 1, Action.NO_ACTION.channel())));
            state.add(List.of(invoice.collectable(), invoice.openAmount()));
            state.add(invoice.daysOverdue() > 0);
            item.holds().forEach(held -> state.add(List.of(held.blocker().code(), held.cover())));
            item.done().forEach((action, last) -> state.add(isOver(last.on(), action, today)));
        }
        the.holds().forEach(held -> state.add(List.of(held.blocker().code(), held.cover())));
        state.add(the.overrides());
        return state;
    }

    private boolean isOver(LocalDate on, Action action, LocalDate today) {
        return today.isAfter(on.plusDays(decider.strategy().manifest().holds().reactionDays(action) - 1L));
    }
}
