package io.dunlin.experiment;

import static java.util.stream.Collectors.groupingBy;

import io.dunlin.book.Account;
import io.dunlin.book.Credit;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Money that found its invoice, as it was known on a day. */
final class Cash {
    private final Map<String, List<Payment>> payments;
    private final Map<String, List<Credit>> credits;

    Cash(Account account) {
        payments = account.payments().stream()
                .filter(p -> p.invoice() != null && p.receivedOn() != null)
                .collect(groupingBy(Payment::invoice));
        credits = account.credits().stream().filter(c -> c.invoice() != null).collect(groupingBy(Credit::invoice));
    }

    /** Payments that had come by that day and were not reversed by then. */
    List<Payment> payments(Receivable invoice, LocalDate day) {
        return payments.getOrDefault(invoice.id(), List.of()).stream()
                .filter(p -> !counts(p).isAfter(day) && !isBy(p.reversedOn(), day))
                .toList();
    }

    private List<Credit> credits(Receivable invoice, LocalDate day) {
        return credits.getOrDefault(invoice.id(), List.of()).stream()
                .filter(c -> !counts(c).isAfter(day) && !isBy(c.cancelledOn(), day))
                .toList();
    }

    BigDecimal paid(Receivable invoice, LocalDate day) {
        return payments(invoice, day).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal open(Receivable invoice, LocalDate day) {
        if (invoice.issued().isAfter(day) || isBy(invoice.writtenOffOn(), day)) {
            return BigDecimal.ZERO;
        }
        var credited = credits(invoice, day).stream().map(Credit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return invoice.amount().subtract(paid(invoice, day)).subtract(credited).max(BigDecimal.ZERO);
    }

    /** The day from which nothing was open any more, as it looks on {@code day}; null where something is. */
    LocalDate settled(Receivable invoice, LocalDate day) {
        var received = new TreeMap<LocalDate, BigDecimal>();
        payments(invoice, day).forEach(p -> received.merge(counts(p), p.amount(), BigDecimal::add));
        credits(invoice, day).forEach(c -> received.merge(counts(c), c.amount(), BigDecimal::add));
        var open = invoice.amount();
        for (var on : received.keySet()) {
            open = open.subtract(received.get(on));
            if (open.signum() <= 0) {
                return on;
            }
        }
        return null;
    }

    /** The day from which a payment counts for its invoice. */
    static LocalDate counts(Payment p) {
        return later(p.receivedOn(), p.allocatedOn());
    }

    private static LocalDate counts(Credit c) {
        return later(c.on(), c.allocatedOn());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static boolean isBy(LocalDate end, LocalDate day) {
        return end != null && !end.isAfter(day);
    }
}
