package io.dunlin.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long an invoice is overdue, in the steps people speak of. */
public final class Ages {
    public static final String NOT_DUE = "not due";
    public static final String UNKNOWN = "no due date";
    public static final String NO_INVOICE = "the customer as a whole";
    public static final List<String> BUCKETS =
            List.of(NOT_DUE, "1-30", "31-60", "61-90", "over 90", UNKNOWN, NO_INVOICE);

    private Ages() {}

    static String bucket(LocalDate due, LocalDate day) {
        if (due == null) {
            return UNKNOWN;
        }
        long days = ChronoUnit.DAYS.between(due, day);
        if (days <= 0) {
            return NOT_DUE;
        }
        return days > 90 ? "over 90" : BUCKETS.get((int) ((days - 1) / 30) + 1);
    }
}
