package io.dunlin.assumption;

import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When an invoice is paid, draw by draw. Each cause, one step or nobody's asking, has a day of its own on which it would
 * make the customer pay; the earliest counts. The same step has the same luck whichever strategy takes it, so that two
 * strategies differ by what they do and not by the lot.
 */
public final class Prospect {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int UNASKED = 0;
    private static final int PART = 1;
    private static final int COMPANY = 2;

    private final Receivable invoice;
    private final Payable payable;
    private final Odds.Of odds;
    private final int after;
    private final int last;
    private final long own;
    private final long customers;

    /** A step that named the invoice. */
    public record Asked(LocalDate on, Action action, int level) {}

    public record Paid(LocalDate on, BigDecimal amount) {}

    /** @param after which day payments are drawn; {@code last} is the last on which one is */
    public Prospect(Receivable invoice, Payable payable, Odds.Of odds, LocalDate after, LocalDate last) {
        this.invoice = invoice;
        this.payable = payable;
        this.odds = odds;
        this.after = number(invoice.issued().isAfter(after) ? invoice.issued() : after);
        this.last = number(last);
        this.customers = Luck.key(odds.odds().seed(), invoice.customer());
        this.own = Luck.key(customers, invoice.id());
    }

    public Receivable invoice() {
        return invoice;
    }

    /** What there is to be paid when drawing begins. */
    public BigDecimal open() {
        return after >= last ? BigDecimal.ZERO : payable.on(date(after));
    }

    /** @param asked in the order of the days */
    public List<Paid> payments(List<Asked> asked, int draw) {
        long luck = Luck.unit(own, draw, COMPANY) < odds.together(draw) ? customers : own;
        var causes = reactions(asked, draw, luck);
        var payments = new ArrayList<Paid>(1);
        int unasked = unasked(after, draw, luck, 0);
        int next = 0;
        for (int times = 0; ; times++) {
            int day = Math.min(unasked, next < causes.length ? causes[next] : NEVER);
            var open = day > last ? BigDecimal.ZERO : payable.on(date(day)).subtract(sum(payments));
            if (open.signum() <= 0) {
                return payments;
            }
            boolean part = Luck.unit(luck, draw, code(PART, times)) < odds.partial(draw);
            payments.add(new Paid(date(day), part ? share(open, odds.share(draw)) : open));
            if (!part) {
                return payments;
            }
            if (day == unasked) {
                unasked = unasked(day, draw, luck, times + 1);
            } else {
                next++;
            }
        }
    }

    /** The day after {@code from} on which the invoice is paid although nobody asks. */
    private int unasked(int from, int draw, long luck, int times) {
        double patience = Luck.patience(Luck.unit(luck, draw, code(UNASKED, times)));
        int day = from;
        for (var age : Age.values()) {
            int end = invoice.due() == null ? last : Math.min(last, age.lastDay(number(invoice.due())));
            if (end <= day) {
                continue;
            }
            double hazard = odds.unasked(age, draw);
            double bearable = (end - day) * hazard;
            if (patience < bearable) {
                return Math.min(end, day + 1 + (int) (patience / hazard));
            }
            patience -= bearable;
            day = end;
        }
        return NEVER;
    }

    /** The days on which steps made the customer pay, if nothing else did before. */
    private int[] reactions(List<Asked> asked, int draw, long luck) {
        var times = new EnumMap<Action, Integer>(Action.class);
        var days = new int[asked.size()];
        int found = 0;
        for (var step : asked) {
            int day = reaction(step, times.merge(step.action(), 1, Integer::sum), draw, luck);
            if (day <= last) {
                days[found++] = day;
            }
        }
        Arrays.sort(days, 0, found);
        return Arrays.copyOf(days, found);
    }

    private int reaction(Asked step, int time, int draw, long luck) {
        var reaction = odds.to(step.action(), step.level());
        int on = number(step.on());
        int begin = Math.max(on, after);
        int days = reaction == null ? 0 : on + reaction.within() - begin;
        if (days <= 0) {
            return NEVER;
        }
        double chance = reaction.rates()[draw] * odds.left(time, draw);
        double hazard = Odds.hazard(chance) / reaction.within();
        double patience = Luck.patience(Luck.unit(luck, draw, CODES.get(step.action()) + time));
        return patience < days * hazard ? Math.min(begin + days, begin + 1 + (int) (patience / hazard)) : NEVER;
    }

    /** By name: an action added between two others must not change what is drawn for them. */
    private static final Map<Action, Long> CODES = codes();

    private static Map<Action, Long> codes() {
        var codes = new EnumMap<Action, Long>(Action.class);
        for (var action : Action.values()) {
            codes.put(action, Luck.key(0, action.name()));
        }
        return codes;
    }

    private static long code(int what, int times) {
        return what + 8L * times;
    }

    private BigDecimal share(BigDecimal open, double share) {
        int digits = Math.max(0, Currency.getInstance(invoice.currency()).getDefaultFractionDigits());
        var millionths = BigDecimal.valueOf(Math.round(share * 1_000_000), 6);
        var part = open.multiply(millionths).setScale(digits, RoundingMode.HALF_EVEN);
        return part.signum() == 0 ? open : part.min(open);
    }

    private static BigDecimal sum(List<Paid> payments) {
        var sum = BigDecimal.ZERO;
        for (var payment : payments) {
            sum = sum.add(payment.amount());
        }
        return sum;
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
