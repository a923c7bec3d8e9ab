package io.dunlin.engine;

import io.dunlin.book.Book;
import io.dunlin.book.Payment;
import io.dunlin.engine.Case.LastDone;
import io.dunlin.engine.Case.OpenItem;
import io.dunlin.engine.Held.Cover;
import io.dunlin.language.HoldNumbers;
import io.dunlin.language.Template;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Invoice.PromiseState;
import io.dunlin.vocabulary.Rates;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One open invoice while it is derived. What may be asked for is the balance less, in this order, what is disputed,
 * deducted, promised, in transit and covered by credit elsewhere; each withholding leaves a blocker behind.
 */
final class ItemDraft {
    private final History.Item item;
    private final History history;
    private final LocalDate asOf;
    private final HoldNumbers numbers;
    private final List<Held> holds = new ArrayList<>(2);
    private final BigDecimal balance;
    private final int daysOverdue;
    private BigDecimal rest;
    private BigDecimal disputed = BigDecimal.ZERO;
    private BigDecimal claimed = BigDecimal.ZERO;
    private BigDecimal matched = BigDecimal.ZERO;
    private BigDecimal promised = BigDecimal.ZERO;
    private BigDecimal inTransit = BigDecimal.ZERO;
    private int daysDisputed;
    private PlanState plan = PlanState.NONE;
    private BigDecimal missed = BigDecimal.ZERO;
    private final Map<Action, LastDone> done = new EnumMap<>(Action.class);
    private History.Done last;
    private int unanswered;

    ItemDraft(History.Item item, History history, Book book, HoldNumbers numbers, Set<String> thresholds) {
        this.item = item;
        this.history = history;
        this.asOf = book.asOf();
        this.numbers = numbers;
        this.balance = item.balanceOn(asOf);
        this.rest = balance;
        this.daysOverdue = item.paper.due() == null ? 0 : (int) ChronoUnit.DAYS.between(item.paper.due(), asOf);
        steps();
        whole();
        rates(book.rates(), thresholds);
        disputes();
        deductions();
        promises();
        transit();
        agreed();
        reaction();
    }

    String id() {
        return item.paper.id();
    }

    String currency() {
        return item.paper.currency();
    }

    LocalDate due() {
        return item.paper.due() == null ? LocalDate.MAX : item.paper.due();
    }

    BigDecimal balance() {
        return balance;
    }

    int daysOverdue() {
        return daysOverdue;
    }

    PlanState plan() {
        return plan;
    }

    String planId() {
        return item.plan.id();
    }

    /** So much of what its plan lacks falls to this invoice. */
    void missed(BigDecimal share) {
        missed = share;
    }

    void creditElsewhere(BigDecimal share) {
        var taken = withhold(share);
        if (taken.signum() > 0) {
            var text = money(taken) + " of unallocated payments or credits would cover it";
            hold(Code.UNALLOCATED_CREDIT, taken, null, Role.CASH_APPLICATION, text, Cover.AMOUNT);
        }
    }

    private void steps() {
        for (var entry : item.steps) {
            var step = entry.step();
            var contact = entry.contact();
            if (contact.result() == io.dunlin.book.Contact.Result.NO_ANSWER) {
                unanswered++;
            } else if (contact.advancesLadder()) {
                // Work inside the house is remembered, but gives the customer nothing to react to.
                last = step.action().claim() == Claim.NOTHING && !step.action().isContact() ? last : entry;
                done.merge(
                        step.action(),
                        new LastDone(step.level(), contact.on()),
                        (a, b) -> new LastDone(Math.max(a.level(), b.level()), b.on()));
            }
        }
    }

    /** What stands in the way of the invoice as a whole. */
    private void whole() {
        if (item.paper.due() == null) {
            hold(
                    Code.NO_DUE_DATE,
                    null,
                    null,
                    Role.BILLING,
                    "the invoice has no due date; enter one",
                    Cover.EVERY_CLAIM);
        }
        if (item.paper.undelivered()) {
            var text = "the customer does not have the invoice; deliver it first";
            hold(Code.NOT_DELIVERED, null, null, Role.BILLING, text, Cover.EVERY_CLAIM);
        }
        for (var hold : item.holds) {
            if (hold.covers(asOf)) {
                holds.add(new Held(Texts.hold(hold, Scope.INVOICE), Cover.EVERY_CLAIM));
            }
        }
        done.entrySet().stream()
                .filter(step -> step.getKey().endsLadder())
                .findFirst()
                .ifPresent(step -> {
                    var text = step.getKey() + " since " + step.getValue().on();
                    hold(Code.IN_COLLECTION_ELSEWHERE, null, null, Role.LEGAL, text, Cover.ORDINARY_LADDER);
                });
    }

    private void rates(Rates rates, Set<String> thresholds) {
        for (var threshold : thresholds) {
            if (!rates.converts(threshold, currency())) {
                var text = "no rate from " + threshold + " to " + currency() + ": what is worth doing cannot be told";
                hold(Code.NO_RATE, null, null, Role.COLLECTION_MANAGER, text, Cover.EVERY_CLAIM);
            }
        }
    }

    private void disputes() {
        for (var dispute : item.disputes) {
            if (dispute.resolvedOn() == null || dispute.resolvedOn().isAfter(asOf)) {
                var all = dispute.amount() == null ? balance : dispute.amount();
                var taken = withhold(all);
                disputed = disputed.add(taken);
                daysDisputed = Math.max(daysDisputed, (int) ChronoUnit.DAYS.between(dispute.on(), asOf));
                var owner = dispute.owner() == null ? "" : ", " + dispute.owner() + " to resolve it";
                var again = taken.signum() == 0;
                var text = money(again ? all : taken) + " disputed since " + dispute.on()
                        + Texts.because(dispute.reason()) + owner + (again ? "; withheld already" : "");
                hold(Code.DISPUTED, taken, null, Role.SALES, text, Cover.AMOUNT);
            }
        }
    }

    private void deductions() {
        for (var deduction : item.deductions) {
            boolean refused = Boolean.FALSE.equals(deduction.matched());
            if (!refused && deduction.settledOn() == null) {
                boolean verified = Boolean.TRUE.equals(deduction.matched());
                var taken = withhold(deduction.amount());
                claimed = verified ? claimed : claimed.add(taken);
                matched = verified ? matched.add(taken) : matched;
                var text = money(taken) + " deducted since " + deduction.on() + Texts.because(deduction.reason())
                        + (verified ? ", credit memo to come" : ", to be verified");
                hold(Code.DEDUCTION_CLAIMED, taken, null, Role.COLLECTOR, text, Cover.AMOUNT);
            }
        }
    }

    private void promises() {
        for (var promise : item.promises) {
            if (Promises.state(promise, item, asOf, numbers.promiseToleranceDays()) == PromiseState.OPEN) {
                var taken = withhold(Promises.outstanding(promise, item, asOf));
                promised = promised.add(taken);
                var until = promise.until().plusDays(numbers.promiseToleranceDays());
                var text = money(taken) + " promised on " + promise.on() + " for " + promise.until();
                hold(Code.PROMISED, taken, until, Role.COLLECTOR, text, Cover.AMOUNT);
            }
        }
    }

    private void transit() {
        for (var payment : item.payments) {
            if (History.isUnderWay(payment, asOf, numbers.transitDays())) {
                transit(payment, payment.amount());
            }
        }
    }

    /** An announced payment, or so much of one without an invoice as falls to this one. */
    void transit(Payment payment, BigDecimal share) {
        var taken = withhold(share);
        if (taken.signum() > 0) {
            inTransit = inTransit.add(taken);
            var until = payment.on().plusDays(numbers.transitDays());
            var text = money(taken) + " announced on " + payment.on() + " and under way";
            hold(Code.IN_TRANSIT, taken, until, Role.CASH_APPLICATION, text, Cover.AMOUNT);
        }
    }

    private void agreed() {
        if (item.plan != null) {
            plan = PlanState.of(item.plan, history, asOf, numbers.planToleranceDays());
            if (plan.protects()) {
                var late = plan.next().isBefore(asOf);
                var text = "on payment plan " + item.plan.id() + (late ? ", instalment of " : ", next instalment ")
                        + plan.next() + (late ? " missed" : "");
                var until = plan.next().plusDays(numbers.planToleranceDays());
                hold(Code.ON_PLAN, null, until, Role.COLLECTOR, text, Cover.ALL_BUT_PLAN);
            }
        }
    }

    /** Every claim gives time to react; work inside the house that follows it does not cut that short. */
    private void reaction() {
        for (var entry : item.steps) {
            var action = entry.step().action();
            var on = entry.contact().on();
            var until = on.plusDays(numbers.reactionDays(action) - 1L);
            if (entry.contact().advancesLadder() && action.claim() != Claim.NOTHING && !asOf.isAfter(until)) {
                var text = action + " done on " + on + "; time to react until " + until;
                hold(Code.REACTION_TIME, null, until, Role.COLLECTION_MANAGER, text, Cover.EVERY_CLAIM);
            }
        }
    }

    /** Takes from what is left, at most all of it. */
    private BigDecimal withhold(BigDecimal amount) {
        var taken = amount.min(rest).max(BigDecimal.ZERO);
        rest = rest.subtract(taken);
        return taken;
    }

    BigDecimal collectable() {
        boolean free =
                holds.stream().allMatch(held -> held.cover() == Cover.AMOUNT || held.cover() == Cover.ORDINARY_LADDER);
        return free && daysOverdue > 0 ? rest : BigDecimal.ZERO;
    }

    private BigDecimal openAmount() {
        return holds.stream().anyMatch(held -> held.cover() == Cover.EVERY_CLAIM) ? BigDecimal.ZERO : rest;
    }

    OpenItem finish(Customer customer) {
        var paper = item.paper;
        var facts = new Invoice.Paper(
                paper.id(), paper.issued(), paper.due(), paper.amount(), !paper.undelivered(), charge());
        var amounts = new Invoice.Amounts(
                balance,
                disputed,
                claimed,
                matched,
                promised,
                inTransit,
                openAmount(),
                collectable(),
                missed.min(openAmount()));
        var invoice = new Invoice(customer, facts, age(customer.country()), amounts, agreement(), ladder(), goods());
        return new OpenItem(invoice, List.copyOf(holds), done);
    }

    private Invoice.Charge charge() {
        var charge = item.paper.charge();
        if (charge == null) {
            return Invoice.Charge.NONE;
        }
        var principal = history.items.get(charge.invoice());
        return new Invoice.Charge(charge.level(), principal != null && principal.isOpen(asOf));
    }

    private Invoice.Age age(String country) {
        var due = item.paper.due();
        int sinceIssue = (int) ChronoUnit.DAYS.between(item.paper.issued(), asOf);
        if (due == null) {
            return new Invoice.Age(0, 0, 0, Integer.MAX_VALUE, sinceIssue);
        }
        int paused = daysOverdue > 0 ? PausedDays.count(item.holds, history.customerHolds, due, asOf) : 0;
        int delinquent = Math.max(0, daysOverdue - numbers.graceDays() - paused);
        int untilDue = daysOverdue > 0
                ? -daysOverdue
                : (int) ChronoUnit.DAYS.between(WorkingDays.lastBeforeNext(country, asOf), due);
        int working = WorkingDays.between(country, due, asOf);
        return new Invoice.Age(daysOverdue, working, delinquent, untilDue, sinceIssue);
    }

    private Invoice.Agreement agreement() {
        var state = PromiseState.NONE;
        LocalDate latest = null;
        for (var promise : item.promises) {
            if (promise.cancelledOn() == null
                    && (latest == null || !promise.on().isBefore(latest))) {
                latest = promise.on();
                state = Promises.state(promise, item, asOf, numbers.promiseToleranceDays());
            }
        }
        return new Invoice.Agreement(
                state, item.promises.size(), plan.protects(), plan.daysSinceMissed(), daysDisputed);
    }

    private Invoice.Ladder ladder() {
        var reminder = done.get(Action.REMINDER);
        return new Invoice.Ladder(
                reminder == null ? 0 : reminder.level(),
                last == null ? null : last.step().action(),
                last == null ? null : last.contact().on(),
                last == null
                        ? null
                        : (Integer) (int) ChronoUnit.DAYS.between(last.contact().on(), asOf),
                Collections.unmodifiableSet(done.keySet()),
                unanswered);
    }

    private Invoice.Goods goods() {
        var goods = item.paper.goods();
        if (goods == null) {
            return new Invoice.Goods(false, false, BigDecimal.ZERO);
        }
        boolean returnable = goods.returnableUntil() != null && !asOf.isAfter(goods.returnableUntil());
        var value = goods.resaleValue() == null ? BigDecimal.ZERO : goods.resaleValue();
        return new Invoice.Goods(returnable, goods.retentionOfTitle(), value);
    }

    private void hold(Code code, BigDecimal amount, LocalDate until, Role liftedBy, String text, Cover cover) {
        holds.add(new Held(new Blocker(code, Scope.INVOICE, amount, until, liftedBy, null, text), cover));
    }

    private String money(BigDecimal amount) {
        return Template.money(amount, currency());
    }
}
