package io.dunlin.ledger;

import io.dunlin.book.Book.SizeClasses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is big on a day: the few customers who owe most of the overdue book, found in one statement. */
@ApplicationScoped
public class SizeLimits {
    private static final int DAYS_KEPT = 400;

    private static final String OVERDUE = """
            with newest as (
                select distinct on (currency) currency, per_unit from rates
                where day <= :ratesOn order by currency, day desc),
            paid as (
                select invoice, sum(amount) as amount from payments
                where (case when state = 'BOOKED' then on_day else booked_on end) <= :day
                  and (allocated_on is null or allocated_on <= :day) and (reversed_on is null or reversed_on > :day)
                group by invoice),
            credited as (
                select invoice, sum(amount) as amount from credits
                where on_day <= :day and (allocated_on is null or allocated_on <= :day) and (cancelled_on is null or cancelled_on > :day)
                group by invoice),
            overdue as (
                select i.customer, i.currency,
                       i.amount - coalesce(p.amount, 0) - coalesce(c.amount, 0) as amount
                from invoices i
                left join paid p on p.invoice = i.id
                left join credited c on c.invoice = i.id
                where i.issued <= :day and i.due < :day and (i.written_off_on is null or i.written_off_on > :day)),
            base as (
                select coalesce(
                    (select currency from newest where currency = :base),
                    (select currency from overdue where amount > 0
                     group by currency order by count(*) desc, currency limit 1)) as currency)
            """;

    private static final String LIMITS = OVERDUE + """
            , totals as (
                select o.customer, sum(case when o.currency = b.currency then o.amount
                                            else o.amount * into_base.per_unit / from_own.per_unit end) as amount
                from overdue o
                cross join base b
                left join newest from_own on from_own.currency = o.currency
                left join newest into_base on into_base.currency = b.currency
                where o.amount > 0 and (o.currency = b.currency
                      or (from_own.currency is not null and into_base.currency is not null))
                group by o.customer),
            ranked as (
                select amount,
                       sum(amount) over (order by amount desc, customer) - amount as bigger,
                       sum(amount) over () as whole
                from totals)
            select (select currency from base),
                   min(amount) filter (where bigger * 100 < whole * :a),
                   min(amount) filter (where bigger * 100 < whole * :b)
            from ranked
            """;

    private record Kept(SizeClasses classes, Instant until) {}

    private final EntityManager database;
    private final LedgerConfig config;
    private final Clock clock;
    private final Map<LocalDate, Kept> kept = new ConcurrentHashMap<>();

    SizeLimits(EntityManager database, LedgerConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Null where nobody owes anything overdue. */
    SizeClasses on(LocalDate day) {
        var now = clock.instant();
        var known = kept.get(day);
        if (known != null && now.isBefore(known.until())) {
            return known.classes();
        }
        if (kept.size() > DAYS_KEPT) {
            kept.clear();
        }
        var fresh = compute(day, day);
        kept.put(day, new Kept(fresh, now.plus(config.sizesKeptFor())));
        return fresh;
    }

    SizeClasses compute(LocalDate day, LocalDate ratesOn) {
        var row = (Object[]) database.createNativeQuery(LIMITS)
                .setParameter("day", day)
                .setParameter("ratesOn", ratesOn)
                .setParameter("base", config.baseCurrency())
                .setParameter("a", config.aPercent())
                .setParameter("b", config.bPercent())
                .getSingleResult();
        return row[1] == null ? null : new SizeClasses((String) row[0], (BigDecimal) row[1], (BigDecimal) row[2]);
    }
}
