package io.dunlin.precedent;

import io.dunlin.language.Condition;

/** The days on which a rule can hold, as far as it asks for an invoice's age and for how long ago its last step was. */
final class Wake {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Span overdue;
    private final Span untilDue;
    private final Span sinceAction;
    // The same at hand: asked for every invoice whenever anything about it changes.
    private final long overdueFrom;
    private final long overdueTo;
    private final long leftFrom;
    private final long leftTo;
    private final boolean asksSince;
    private final long sinceFrom;
    private final long sinceTo;

    private Wake(Span overdue, Span untilDue, Span sinceAction) {
        this.overdue = overdue;
        this.untilDue = untilDue;
        this.sinceAction = sinceAction;
        this.overdueFrom = overdue.from();
        this.overdueTo = overdue.to();
        this.leftFrom = untilDue.from();
        this.leftTo = untilDue.to();
        this.asksSince = !sinceAction.equals(Span.ALL);
        this.sinceFrom = sinceAction.from();
        this.sinceTo = sinceAction.to();
    }

    static Wake always() {
        return new Wake(Span.ALL, Span.ALL, Span.ALL);
    }

    static Wake of(Condition condition, int graceDays) {
        var late = Span.of(condition, "daysOverdue");
        var delinquent = Span.of(condition, "delinquentDays");
        // Until grace is over there are none.
        return new Wake(
                late.and(delinquent.from() > 0 ? delinquent.later(graceDays) : Span.ALL),
                Span.of(condition, "daysUntilDue"),
                Span.of(condition, "daysSinceLastAction"));
    }

    /** Whether this one can hold whenever the other can. */
    boolean covers(Wake other) {
        return overdue.covers(other.overdue)
                && untilDue.covers(other.untilDue)
                && sinceAction.covers(other.sinceAction);
    }

    /** The first day from this one on which the rule can hold; {@link Integer#MAX_VALUE} where there is none. */
    int onOrAfter(int day, int due, Dossier.Steps steps, Days.Calendar calendar) {
        long from = Math.max(day, due + overdueFrom);
        long to = Math.min(due + overdueTo, due - leftFrom);
        if (asksSince) {
            if (steps == null || steps.lastAction < 0) {
                // What is missing satisfies nothing.
                return NEVER;
            }
            from = Math.max(from, steps.lastOn + sinceFrom);
            to = Math.min(to, steps.lastOn + sinceTo);
        }
        from = leftTo == Span.ALL.to() ? from : few(from, due, calendar);
        return from <= to && from < NEVER ? (int) from : NEVER;
    }

    /** The first day from that one with no more than so many days left; free days that follow it are not left. */
    private long few(long from, int due, Days.Calendar calendar) {
        long day = Math.max(from, due - leftTo - calendar.mostGap());
        while (day < due && day < calendar.after() && due - day - calendar.gap((int) day) > leftTo) {
            day++;
        }
        return day;
    }
}
