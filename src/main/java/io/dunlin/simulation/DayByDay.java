package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Payment;
import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plays on from a day, plainly, while the customer answers each step with payments. */
record DayByDay(Decider decider, Window window, Books books) {

    /** What is paid in answer to steps. What is paid on a day must depend on steps before it only. */
    interface Answers {
        List<Payment> to(List<Done> done);
    }

    /** @param played until the morning of the day, on which the first answer may arrive */
    List<Done> from(LocalDate morning, Account account, List<Done> played, Answers answers) {
        var done = new ArrayList<>(
                played.stream().filter(step -> step.on().isBefore(morning)).toList());
        var own = OwnCopy.of(account, window);
        own.confirm(done);
        var handedOver = handedOver(done);
        var paid = answers.to(done);
        for (var day : daysFrom(morning, account)) {
            own.pay(until(day, account.payments(), paid));
            var steps = Done.of(decider.decide(own.account(), books.on(day)), handedOver);
            own.confirm(steps);
            if (done.addAll(steps)) {
                paid = answers.to(done);
            }
        }
        return done;
    }

    private List<LocalDate> daysFrom(LocalDate morning, Account account) {
        return window.daysOf(account.customer().country())
                .filter(day -> !day.isBefore(morning))
                .toList();
    }

    private static Set<String> handedOver(List<Done> done) {
        var handedOver = new HashSet<String>();
        done.stream()
                .filter(step -> step.action() == Action.NEEDS_HUMAN)
                .forEach(step -> handedOver.add(
                        step.invoices().isEmpty() ? "" : step.invoices().get(0)));
        return handedOver;
    }

    private static List<Payment> until(LocalDate day, List<Payment> known, List<Payment> answers) {
        var payments = new ArrayList<>(known);
        answers.stream().filter(payment -> !payment.on().isAfter(day)).forEach(payments::add);
        return payments;
    }
}
