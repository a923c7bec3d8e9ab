package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Agreed instalments over one or more invoices of one currency; while kept, the instalments are chased instead. */
public record Plan(
        String id,
        String customer,
        List<String> invoices,
        LocalDate on,
        List<Instalment> instalments,
        String terms,
        LocalDate cancelledOn) {

    public record Instalment(LocalDate due, BigDecimal amount) {}

    public Plan {
        invoices = invoices == null ? List.of() : List.copyOf(invoices);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }
}
