package io.dunlin.simulation;

import io.dunlin.assumption.Prospect;
import io.dunlin.assumption.Prospect.Asked;
import io.dunlin.book.Account;
import io.dunlin.book.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One customer under one strategy, draw by draw: the strategy sees drawn payments as if they were real, and they are drawn
 * as answers to what the strategy then does. Steps of a day depend on payments until that day, payments of a day on steps
 * before it; so either all days are played anew until nothing changes, which settles at least one day more each time, or
 * one day is played after the other. Both come to the same.
 */
final class Draws {
    private final Account kept;
    private final List<Prospect> prospects;
    private final Player player;
    private final DayByDay dayByDay;
    private final List<Done> unpaid;

    /** What happened in one draw. */
    record Draw(List<Done> done, List<Payment> payments) {
        Map<String, BigDecimal> paid() {
            var paid = new HashMap<String, BigDecimal>();
            payments.forEach(payment -> paid.merge(payment.invoice(), payment.amount(), BigDecimal::add));
            return paid;
        }
    }

    /** @param kept of whom nothing more is paid than is known */
    Draws(Account kept, List<Prospect> prospects, Player player) {
        this.kept = kept;
        this.prospects = prospects;
        this.player = player;
        this.dayByDay = player.dayByDay(kept);
        this.unpaid = player.play(kept).done();
    }

    Draw draw(int draw) {
        var payments = answers(unpaid, draw);
        if (payments.isEmpty()) {
            return new Draw(unpaid, payments);
        }
        return dayByDay == null ? inRounds(payments, draw) : inOrder(payments, draw);
    }

    private Draw inRounds(List<Payment> first, int draw) {
        var payments = first;
        while (true) {
            var all = new ArrayList<>(kept.payments());
            all.addAll(payments);
            var done = player.play(kept.withPayments(all)).done();
            var answers = answers(done, draw);
            if (answers.equals(payments)) {
                return new Draw(done, payments);
            }
            payments = answers;
        }
    }

    private Draw inOrder(List<Payment> payments, int draw) {
        var first = payments.stream().map(Payment::on).min(LocalDate::compareTo).orElseThrow();
        var done = dayByDay.from(first, kept, unpaid, steps -> answers(steps, draw));
        return new Draw(done, answers(done, draw));
    }

    private List<Payment> answers(List<Done> done, int draw) {
        var asked = asked(done);
        var answers = new ArrayList<Payment>();
        for (var prospect : prospects) {
            var invoice = prospect.invoice();
            for (var paid : prospect.payments(asked.getOrDefault(invoice.id(), List.of()), draw)) {
                answers.add(new Payment(
                        "drawn-" + answers.size(),
                        invoice.customer(),
                        invoice.id(),
                        paid.on(),
                        paid.amount(),
                        invoice.currency(),
                        Payment.State.BOOKED,
                        null));
            }
        }
        return answers;
    }

    /** A customer who is called about five invoices is asked for all five, whatever the call is for each one's ladder. */
    private static Map<String, List<Asked>> asked(List<Done> all) {
        var asked = new HashMap<String, List<Asked>>();
        for (var done : all) {
            for (var invoice : done.invoices()) {
                asked.computeIfAbsent(invoice, id -> new ArrayList<>(4))
                        .add(new Asked(done.on(), done.action(), done.level()));
            }
        }
        return asked;
    }
}
