package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Invoice.PromiseState;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Leaves out of an account what was over before a day and makes no difference to any decision on it or later: invoices
 * paid more than a year ago, what was disputed or held about invoices that are closed, what was taken back. Years of
 * history are mostly that. Whatever might still matter stays.
 */
public final class Bygone {
    private static final int UNANSWERED_DAYS = 30;

    private final LocalDate day;
    private final LocalDate yearBefore;
    private final History history;
    private final Set<String> over = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();
    private LocalDate firstDue = LocalDate.MAX;

    private Bygone(Account account, LocalDate day) {
        this.day = day;
        this.yearBefore = day.minusYears(1);
        this.history = new History(account);
        history.items.values().forEach(this::look);
        account.plans().stream().filter(this::isAlive).forEach(plan -> plan.invoices()
                .forEach(forgotten::remove));
    }

    /** @param day the first on which the account is going to be decided */
    public static Account left(Account account, LocalDate day) {
        // An override asks what was done since it was given; few customers have one.
        return account.overrides().isEmpty() ? new Bygone(account, day).of(account) : account;
    }

    private void look(History.Item item) {
        var id = item.paper.id();
        if (isOver(item)) {
            over.add(id);
            if (!countsForHabits(item)
                    && item.promises.stream().allMatch(p -> isHarmless(p, item))
                    && item.disputes.stream().allMatch(d -> isHarmless(d, item))) {
                forgotten.add(id);
            }
        } else if (item.paper.due() != null && item.paper.due().isBefore(firstDue)) {
            firstDue = item.paper.due();
        }
    }

    /** Closed, and nothing that is known of ever opens it again or leaves money over. */
    private boolean isOver(History.Item item) {
        if (!item.payments.stream().allMatch(this::isSettled)
                || !item.credits.stream().allMatch(this::isSettled)) {
            return false;
        }
        int left = item.balanceOn(day).signum();
        return left == 0 || (left > 0 && isPast(item.paper.writtenOffOn()));
    }

    private boolean isPast(LocalDate date) {
        return date != null && !date.isAfter(day);
    }

    private boolean isPastOrNever(LocalDate date) {
        return date == null || !date.isAfter(day);
    }

    private boolean isSettled(Payment p) {
        return isPast(p.on())
                && isPastOrNever(p.reversedOn())
                && isPastOrNever(p.bookedOn())
                && isPastOrNever(p.allocatedOn());
    }

    private boolean isSettled(Credit c) {
        return isPast(c.on()) && isPastOrNever(c.cancelledOn()) && isPastOrNever(c.allocatedOn());
    }

    private boolean countsForHabits(History.Item item) {
        var paper = item.paper;
        var last = item.lastReceipt(day);
        return paper.due() != null
                && paper.charge() == null
                && !isPast(paper.writtenOffOn())
                && last != null
                && !last.isBefore(yearBefore);
    }

    /** Withdrawn, kept at least in part, or too long ago to count as broken; more time than none only helps. */
    private boolean isHarmless(Promise promise, History.Item item) {
        if (isPast(promise.cancelledOn()) || promise.until().isBefore(yearBefore)) {
            return true;
        }
        var state = promise.cancelledOn() == null ? Promises.state(promise, item, day, 0) : PromiseState.NONE;
        return state == PromiseState.KEPT || state == PromiseState.PARTLY_KEPT;
    }

    /** Not one of those that count as raised only after a second reminder. */
    private boolean isHarmless(Dispute dispute, History.Item item) {
        return dispute.on().isBefore(yearBefore)
                || item.steps.stream()
                        .noneMatch(done -> done.step().action() == Action.REMINDER
                                && done.step().level() >= 2
                                && done.contact().on().isBefore(dispute.on()));
    }

    private boolean isAlive(Plan plan) {
        return !isPast(plan.cancelledOn()) && !over.containsAll(plan.invoices());
    }

    private Account of(Account a) {
        return new Account(
                a.customer(),
                keep(a.invoices(), r -> !forgotten.contains(r.id()), this::bare),
                keep(a.payments(), this::isAlive, this::plain),
                keep(a.credits(), this::isAlive, this::plain),
                keep(a.disputes(), this::isAlive),
                keep(a.deductions(), this::isAlive),
                keep(a.promises(), this::isAlive),
                keep(a.plans(), this::isAlive),
                keep(a.contacts(), this::isAlive, this::plain),
                keep(a.holds(), this::isAlive),
                a.overrides(),
                a.payer(),
                a.groupContacts());
    }

    private static <T> List<T> keep(List<T> all, Predicate<T> isAlive) {
        return keep(all, isAlive, UnaryOperator.identity());
    }

    private static <T> List<T> keep(List<T> all, Predicate<T> isAlive, UnaryOperator<T> plain) {
        return all.isEmpty() ? all : all.stream().filter(isAlive).map(plain).toList();
    }

    private boolean isOver(String invoice) {
        return over.contains(invoice);
    }

    /** Whether goods could come back, or the invoice arrived, is asked of open ones only. */
    private Receivable bare(Receivable r) {
        return isOver(r.id()) && (r.goods() != null || r.undelivered())
                ? new Receivable(
                        r.id(),
                        r.customer(),
                        r.issued(),
                        r.due(),
                        r.amount(),
                        r.currency(),
                        r.terms(),
                        r.reference(),
                        false,
                        null,
                        r.writtenOffOn(),
                        r.charge())
                : r;
    }

    /** What was open before a promise is what it promised, though a payment was taken back since. */
    private boolean isPromised(String invoice) {
        var item = history.items.get(invoice);
        return item != null && item.promises.stream().anyMatch(this::isAlive);
    }

    private boolean isAlive(Payment p) {
        return !forgotten.contains(p.invoice())
                && (isPromised(p.invoice())
                        || (!isPast(p.reversedOn()) && (!isOver(p.invoice()) || History.counts(p, day))));
    }

    /** What was announced and came, or was matched later, has been an ordinary payment since. */
    private Payment plain(Payment p) {
        boolean came = p.state() == Payment.State.IN_TRANSIT && isPast(p.bookedOn());
        return !came && !isPast(p.allocatedOn())
                ? p
                : new Payment(
                        p.id(),
                        p.customer(),
                        p.invoice(),
                        came ? p.bookedOn() : p.on(),
                        p.amount(),
                        p.currency(),
                        came ? Payment.State.BOOKED : p.state(),
                        p.reversedOn(),
                        came ? null : p.bookedOn(),
                        isPast(p.allocatedOn()) ? null : p.allocatedOn());
    }

    private boolean isAlive(Credit c) {
        return !forgotten.contains(c.invoice()) && (isPromised(c.invoice()) || !isPast(c.cancelledOn()));
    }

    private Credit plain(Credit c) {
        return isPast(c.allocatedOn())
                ? new Credit(c.id(), c.customer(), c.invoice(), c.on(), c.amount(), c.currency(), c.cancelledOn())
                : c;
    }

    private boolean isAlive(Dispute d) {
        var item = history.items.get(d.invoice());
        boolean ended = isOver(d.invoice()) || isPast(d.resolvedOn());
        return item != null && !(ended && isHarmless(d, item));
    }

    private boolean isAlive(Deduction d) {
        boolean ended = Boolean.FALSE.equals(d.matched()) || isPast(d.settledOn());
        return !isOver(d.invoice()) && !(ended && isPastOrNever(d.decidedOn()));
    }

    private boolean isAlive(Promise p) {
        var item = history.items.get(p.invoice());
        return item != null && !(isOver(p.invoice()) && isHarmless(p, item));
    }

    /** A pause after the due date makes an invoice younger for good. */
    private boolean isAlive(Hold h) {
        if (isOver(h.invoice())) {
            return false;
        }
        var item = history.items.get(h.invoice());
        var due = item == null || item.paper.due() == null ? firstDue : item.paper.due();
        boolean ended = isPastOrNever(h.liftedOn()) && h.end().isBefore(day);
        return !ended || h.end().isAfter(due);
    }

    private boolean isAlive(Contact c) {
        return c.result() != Contact.Result.UNDELIVERABLE;
    }

    private Contact plain(Contact c) {
        var steps = keep(c.steps(), step -> !forgotten.contains(step.invoice()));
        var result = isOrdinary(c, steps) ? Contact.Result.DONE : c.result();
        return steps.size() == c.steps().size() && result == c.result()
                ? c
                : new Contact(c.id(), c.customer(), c.on(), c.channel(), result, c.by(), c.note(), c.decision(), steps);
    }

    /** Whether it was answered, or was not, no longer counts. */
    private boolean isOrdinary(Contact c, List<Contact.Step> steps) {
        return switch (c.result()) {
            case ANSWERED -> !c.on().isAfter(yearBefore);
            case NO_ANSWER -> steps.isEmpty() && !c.on().isAfter(day.minusDays(UNANSWERED_DAYS));
            default -> false;
        };
    }
}
