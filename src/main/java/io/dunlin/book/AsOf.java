package io.dunlin.book;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** An account as it was known at the end of a day: nothing that happened later, nothing that ended later is over yet. */
public final class AsOf {
    private final LocalDate day;

    private AsOf(LocalDate day) {
        this.day = day;
    }

    public static Account known(Account account, LocalDate day) {
        return new AsOf(day).trim(account);
    }

    private Account trim(Account a) {
        return new Account(
                a.customer(),
                keep(a.invoices(), r -> past(r.issued()), this::notYetWrittenOff),
                keep(a.payments(), p -> past(p.on()), this::asYetKnown),
                keep(a.credits(), c -> past(c.on()), this::asYetKnown),
                keep(a.disputes(), d -> past(d.on()), this::notYetResolved),
                keep(a.deductions(), d -> past(d.on()), this::notYetDecided),
                keep(a.promises(), p -> past(p.on()), this::notYetWithdrawn),
                keep(a.plans(), p -> past(p.on()), this::notYetEnded),
                keep(a.contacts(), c -> past(c.on()), UnaryOperator.identity()),
                keep(a.holds(), h -> past(h.from()), this::notYetLifted),
                keep(a.overrides(), o -> past(o.from()), this::notYetLifted),
                a.payer() == null ? null : trim(a.payer()),
                keep(a.groupContacts(), c -> past(c.on()), UnaryOperator.identity()));
    }

    /** The same list where nothing changes, which is the ordinary case and costs no memory. */
    private static <T> List<T> keep(List<T> items, Predicate<T> known, UnaryOperator<T> undo) {
        for (var item : items) {
            if (!known.test(item) || undo.apply(item) != item) {
                return items.stream().filter(known).map(undo).toList();
            }
        }
        return items;
    }

    private boolean past(LocalDate date) {
        return date == null || !date.isAfter(day);
    }

    private LocalDate pastOrNull(LocalDate date) {
        return past(date) ? date : null;
    }

    private Receivable notYetWrittenOff(Receivable r) {
        return past(r.writtenOffOn())
                ? r
                : new Receivable(
                        r.id(),
                        r.customer(),
                        r.issued(),
                        r.due(),
                        r.amount(),
                        r.currency(),
                        r.terms(),
                        r.reference(),
                        r.undelivered(),
                        r.goods(),
                        null,
                        r.charge());
    }

    private Payment asYetKnown(Payment p) {
        if (past(p.reversedOn()) && past(p.bookedOn()) && past(p.allocatedOn())) {
            return p;
        }
        return new Payment(
                p.id(),
                p.customer(),
                past(p.allocatedOn()) ? p.invoice() : null,
                p.on(),
                p.amount(),
                p.currency(),
                p.state(),
                pastOrNull(p.reversedOn()),
                pastOrNull(p.bookedOn()),
                pastOrNull(p.allocatedOn()));
    }

    private Credit asYetKnown(Credit c) {
        if (past(c.cancelledOn()) && past(c.allocatedOn())) {
            return c;
        }
        return new Credit(
                c.id(),
                c.customer(),
                past(c.allocatedOn()) ? c.invoice() : null,
                c.on(),
                c.amount(),
                c.currency(),
                pastOrNull(c.cancelledOn()),
                pastOrNull(c.allocatedOn()));
    }

    private Dispute notYetResolved(Dispute d) {
        return past(d.resolvedOn())
                ? d
                : new Dispute(d.id(), d.invoice(), d.on(), d.amount(), d.reason(), d.owner(), null);
    }

    private Deduction notYetDecided(Deduction d) {
        if (past(d.decidedOn()) && past(d.settledOn())) {
            return d;
        }
        boolean decided = past(d.decidedOn());
        return new Deduction(
                d.id(),
                d.invoice(),
                d.on(),
                d.amount(),
                d.reason(),
                d.plan(),
                decided ? d.decidedOn() : null,
                decided ? d.matched() : null,
                null);
    }

    private Promise notYetWithdrawn(Promise p) {
        return past(p.cancelledOn())
                ? p
                : new Promise(p.id(), p.invoice(), p.on(), p.amount(), p.until(), p.by(), null);
    }

    private Plan notYetEnded(Plan p) {
        return past(p.cancelledOn())
                ? p
                : new Plan(p.id(), p.customer(), p.invoices(), p.on(), p.instalments(), p.terms(), null);
    }

    private Hold notYetLifted(Hold h) {
        return past(h.liftedOn())
                ? h
                : new Hold(h.id(), h.customer(), h.invoice(), h.reason(), h.from(), h.until(), h.by(), null);
    }

    private ManualOverride notYetLifted(ManualOverride o) {
        return past(o.liftedOn())
                ? o
                : new ManualOverride(
                        o.id(),
                        o.customer(),
                        o.invoice(),
                        o.action(),
                        o.level(),
                        o.reason(),
                        o.text(),
                        o.by(),
                        o.from(),
                        o.until(),
                        null);
    }
}
