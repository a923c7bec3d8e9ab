package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Credit;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was open of each invoice of an account on a day: history, the same under every strategy. */
final class Balances {
    private final Map<String, List<Payment>> payments = new HashMap<>();
    private final Map<String, List<Credit>> credits = new HashMap<>();

    Balances(Account account) {
        for (var payment : account.payments()) {
            if (payment.invoice() != null && payment.receivedOn() != null) {
                payments.computeIfAbsent(payment.invoice(), id -> new ArrayList<>(1))
                        .add(payment);
            }
        }
        for (var credit : account.credits()) {
            if (credit.invoice() != null) {
                credits.computeIfAbsent(credit.invoice(), id -> new ArrayList<>(1))
                        .add(credit);
            }
        }
    }

    /** At the end of the day; zero where it was closed or overpaid. */
    BigDecimal open(Receivable invoice, LocalDate day) {
        if (isOver(invoice.writtenOffOn(), day) || invoice.issued().isAfter(day)) {
            return BigDecimal.ZERO;
        }
        var open = invoice.amount();
        for (var payment : payments.getOrDefault(invoice.id(), List.of())) {
            if (!here(payment).isAfter(day) && !isOver(payment.reversedOn(), day)) {
                open = open.subtract(payment.amount());
            }
        }
        for (var credit : credits.getOrDefault(invoice.id(), List.of())) {
            if (!credit.on().isAfter(day) && !isOver(credit.cancelledOn(), day)) {
                open = open.subtract(credit.amount());
            }
        }
        return open.max(BigDecimal.ZERO);
    }

    /** The day from which the money counts for its invoice. */
    private static LocalDate here(Payment payment) {
        var allocated = payment.allocatedOn();
        return allocated != null && allocated.isAfter(payment.receivedOn()) ? allocated : payment.receivedOn();
    }

    private static boolean isOver(LocalDate end, LocalDate day) {
        return end != null && !end.isAfter(day);
    }
}
