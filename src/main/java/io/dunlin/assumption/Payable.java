package io.dunlin.assumption;

import io.dunlin.book.Credit;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is left to be paid of an invoice on each day. Money that is under way or not matched yet is no longer to be paid:
 * nobody pays twice because the bank is slow.
 */
public final class Payable {
    private final TreeMap<LocalDate, BigDecimal> from = new TreeMap<>();

    /** @param payments of this invoice, as {@code credits} */
    public Payable(Receivable invoice, List<Payment> payments, List<Credit> credits) {
        var days = new TreeSet<LocalDate>();
        days.add(invoice.issued());
        Stream.of(
                        payments.stream().flatMap(p -> Stream.of(p.on(), p.reversedOn())),
                        credits.stream().flatMap(c -> Stream.of(c.on(), c.cancelledOn())),
                        Stream.of(invoice.writtenOffOn()))
                .flatMap(all -> all)
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(invoice.issued()))
                .forEach(days::add);
        days.forEach(day -> from.put(day, left(invoice, payments, credits, day)));
    }

    private static BigDecimal left(Receivable invoice, List<Payment> payments, List<Credit> credits, LocalDate day) {
        if (isOver(invoice.writtenOffOn(), day)) {
            return BigDecimal.ZERO;
        }
        var left = invoice.amount();
        for (var payment : payments) {
            if (!payment.on().isAfter(day) && !isOver(payment.reversedOn(), day)) {
                left = left.subtract(payment.amount());
            }
        }
        for (var credit : credits) {
            if (!credit.on().isAfter(day) && !isOver(credit.cancelledOn(), day)) {
                left = left.subtract(credit.amount());
            }
        }
        return left.max(BigDecimal.ZERO);
    }

    private static boolean isOver(LocalDate end, LocalDate day) {
        return end != null && !end.isAfter(day);
    }

    /** At the end of the day; zero before the invoice was issued. */
    public BigDecimal on(LocalDate day) {
        var entry = from.floorEntry(day);
        return entry == null ? BigDecimal.ZERO : entry.getValue();
    }

    /** The first day from this one on at the end of which nothing is left; null where there is none. */
    public LocalDate settled(LocalDate since) {
        if (on(since).signum() == 0) {
            return since;
        }
        return from.tailMap(since, false).entrySet().stream()
                .filter(entry -> entry.getValue().signum() == 0)
                .map(entry -> entry.getKey())
                .findFirst()
                .orElse(null);
    }
}
