package io.dunlin.analysis;

import static io.dunlin.analysis.Formula.all;
import static io.dunlin.analysis.Formula.any;
import static io.dunlin.analysis.Formula.atMost;

import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice.PromiseState;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is true of every fact that can come before a rule, whatever the book: how the fields are derived from one another.
 * A test holds derived facts to it. In each alternative the ordinary case stands first.
 */
final class DomainFacts {
    private final Dims dims;
    /** Null where the numbers are another strategy's, as for the guard. */
    private final HoldNumbers numbers;

    private final List<Formula> facts = new ArrayList<>();

    private DomainFacts(Dims dims, HoldNumbers numbers) {
        this.dims = dims;
        this.numbers = numbers;
    }

    static Formula of(Dims dims, HoldNumbers numbers) {
        var facts = new DomainFacts(dims, numbers);
        if (dims.fact() == Customer.class) {
            facts.customer("");
        } else if (dims.fact() == Outcome.class) {
            facts.customer("customer.");
            facts.outcome();
        } else {
            facts.customer("customer.");
            facts.invoice("");
        }
        return all(facts.facts.stream());
    }

    private void say(Formula... alternatives) {
        facts.add(alternatives.length == 1 ? alternatives[0] : any(alternatives));
    }

    private void customer(String at) {
        say(atMost(d(at, "overdueTotal"), 0, d(at, "exposure")));
        say(atMost(d(at, "collectableTotal"), 0, d(at, "overdueTotal")));
        say(
                all(
                        d(at, "overdueInvoices").atLeast(1),
                        d(at, "oldestDaysOverdue").atLeast(1),
                        d(at, "overdueTotal").atLeast(1)),
                all(
                        d(at, "overdueInvoices").is(0),
                        d(at, "oldestDaysOverdue").is(0),
                        d(at, "overdueTotal").is(0)));
        say(atMost(d(at, "contactsLast7Days"), 0, d(at, "contactsLast30Days")));
        contacts(d(at, "contactsLast7Days"), 6, d(at, "daysSinceContact"));
        contacts(d(at, "contactsLast30Days"), 29, d(at, "daysSinceContact"));
        habits(at);
        payer(at);
    }

    private void payer(String at) {
        say(
                all(
                        d(at, "payer").isMissing(),
                        d(at, "payerDaysOverdue").isMissing(),
                        d(at, "payerOverdueTotal").isMissing(),
                        d(at, "payerInsolvent").is(0),
                        d(at, "payerDoNotContact").is(0),
                        d(at, "payerCreditHold").is(0)),
                d(at, "payer").isKnown());
    }

    /** There was a contact in the last days exactly if the last contact was in these days. */
    private void contacts(Dim count, int days, Dim since) {
        say(
                all(count.is(0), any(since.isMissing(), since.atLeast(days + 1L))),
                all(count.atLeast(1), since.between(0, days)));
    }

    private void habits(String at) {
        var settled = d(at, "settledInvoices");
        var days = d(at, "averageDaysLate");
        var percent = d(at, "latePercent");
        var habit = d(at, "habitualLatePayer");
        say(all(days.is(0), percent.is(0)), settled.atLeast(1));
        if (numbers != null) {
            say(
                    all(
                            habit.is(0),
                            any(
                                    settled.atMost(numbers.habitualMinimumInvoices() - 1L),
                                    all(
                                            percent.atMost(numbers.habitualLatePercent() - 1L),
                                            days.atMost(numbers.habitualLateDays() - 1L)))),
                    all(
                            habit.is(1),
                            settled.atLeast(numbers.habitualMinimumInvoices()),
                            any(
                                    percent.atLeast(numbers.habitualLatePercent()),
                                    days.atLeast(numbers.habitualLateDays()))));
        }
    }

    private void invoice(String at) {
        amounts(at);
        ages(at);
        agreements(at);
        ladder(at);
        var overdue = d(at, "daysOverdue");
        say(atMost(d(at, "balance"), 0, d("customer.", "exposure")));
        say(
                overdue.atMost(0),
                all(
                        atMost(overdue, 0, d("customer.", "oldestDaysOverdue")),
                        atMost(d(at, "balance"), 0, d("customer.", "overdueTotal")),
                        atMost(d(at, "collectable"), 0, d("customer.", "collectableTotal"))));
    }

    private void amounts(String at) {
        var balance = d(at, "balance");
        say(d(at, "amount").atLeast(1));
        say(d(at, "principalOpen").is(0), d(at, "chargeLevel").atLeast(1));
        say(balance.atLeast(1));
        say(atMost(balance, 0, d(at, "amount")));
        var parts = Stream.of(
                        "openAmount",
                        "disputedAmount",
                        "claimedDeduction",
                        "matchedDeduction",
                        "promisedAmount",
                        "inTransit")
                .map(name -> d(at, name))
                .toList();
        say(new Formula.Sum(with(parts, balance), new long[] {1, 1, 1, 1, 1, 1, -1}, 0));
        // What is neither open nor withheld for a reason of its own is covered by the customer's unmatched money.
        say(
                new Formula.Sum(
                        with(parts, balance, d("customer.", "unallocated")),
                        new long[] {-1, -1, -1, -1, -1, -1, 1, -1},
                        0),
                d(at, "openAmount").is(0));
        say(atMost(d(at, "collectable"), 0, d(at, "openAmount")));
        say(
                all(
                        d(at, "collectable").atLeast(1),
                        atMost(d(at, "openAmount"), 0, d(at, "collectable")),
                        d(at, "daysOverdue").atLeast(1),
                        d(at, "onPlan").is(0)),
                d(at, "collectable").is(0));
        say(
                all(d(at, "delivered").is(1), d(at, "due").isKnown()),
                d(at, "openAmount").is(0));
    }

    private static List<Dim> with(List<Dim> parts, Dim... more) {
        return Stream.concat(parts.stream(), Arrays.stream(more)).toList();
    }

    private void ages(String at) {
        var overdue = d(at, "daysOverdue");
        var working = d(at, "workingDaysOverdue");
        var delinquent = d(at, "delinquentDays");
        var untilDue = d(at, "daysUntilDue");
        say(atMost(overdue, 0, d(at, "daysSinceIssue")));
        say(atMost(working, 0, overdue), working.is(0));
        say(atMost(delinquent, numbers == null ? 0 : numbers.graceDays(), overdue), delinquent.is(0));
        say(
                all(
                        d(at, "due").isKnown(),
                        untilDue.atMost(-1),
                        sum(overdue, untilDue, 0),
                        sum(overdue, untilDue, 0, -1)),
                all(d(at, "due").isKnown(), overdue.atMost(0), sum(overdue, untilDue, 0)),
                all(
                        d(at, "due").isMissing(),
                        overdue.is(0),
                        working.is(0),
                        delinquent.is(0),
                        untilDue.is(Integer.MAX_VALUE)));
    }

    private static Formula sum(Dim a, Dim b, long most) {
        return new Formula.Sum(List.of(a, b), new long[] {1, 1}, most);
    }

    private static Formula sum(Dim a, Dim b, long most, long sign) {
        return new Formula.Sum(List.of(a, b), new long[] {sign, sign}, most);
    }

    private void agreements(String at) {
        var missed = d(at, "daysSinceInstalmentMissed");
        say(
                d(at, "promiseState").is(PromiseState.NONE.ordinal()),
                d(at, "promises").atLeast(1));
        say(d(at, "promisedAmount").is(0), d(at, "promises").atLeast(1));
        say(d(at, "daysDisputed").is(0), d(at, "disputedAmount").atLeast(1));
        say(d(at, "missedInstalments").is(0), missed.atLeast(1));
        say(atMost(d(at, "missedInstalments"), 0, d(at, "openAmount")));
        if (numbers != null) {
            say(d(at, "onPlan").is(0), missed.atMost(numbers.planToleranceDays()));
        }
    }

    private void ladder(String at) {
        var last = d(at, "lastAction");
        var since = d(at, "daysSinceLastAction");
        var reminded = dims.member(at + "stepsDone", Action.REMINDER);
        say(
                all(d(at, "reminderLevel").is(0), reminded.is(0)),
                all(d(at, "reminderLevel").atLeast(1), reminded.is(1)));
        say(
                all(last.isMissing(), since.isMissing(), d(at, "lastActionOn").isMissing()),
                all(last.isKnown(), since.isKnown(), d(at, "lastActionOn").isKnown()));
        for (var action : Action.values()) {
            last(last, since, action, dims.member(at + "stepsDone", action), d(at, "openAmount"));
        }
    }

    /** Work inside the house is never the last action; a claim gives time to react, in which nothing may be asked for. */
    private void last(Dim last, Dim since, Action action, Dim done, Dim open) {
        boolean claims = action.claim() != Claim.NOTHING;
        if (!claims && !action.isContact()) {
            say(last.isNot(action.ordinal()));
            return;
        }
        say(last.isNot(action.ordinal()), done.is(1));
        say(done.is(0), last.isKnown());
        if (claims && numbers != null) {
            say(last.isNot(action.ordinal()), since.atLeast(numbers.reactionDays(action)), open.is(0));
        }
    }

    private void outcome() {
        say(Arrays.stream(Action.values())
                .filter(action -> action.stage() != Action.Stage.NONE)
                .map(this::outcome)
                .toArray(Formula[]::new));
        var invoice = dims.all().stream()
                .filter(dim -> dim.path().startsWith("invoice."))
                .toList();
        var before = facts.size();
        invoice("invoice.");
        var present = new ArrayList<>(facts.subList(before, facts.size()));
        facts.subList(before, facts.size()).clear();
        invoice.stream().filter(dim -> !mayMiss(dim)).forEach(dim -> present.add(dim.isKnown()));
        say(all(present.stream()), all(invoice.stream().map(Dim::isMissing)));
    }

    private static boolean mayMiss(Dim dim) {
        return switch (Ordinary.name(dim.path())) {
            case "due", "lastAction", "lastActionOn", "daysSinceLastAction" -> true;
            default -> false;
        };
    }

    private Formula outcome(Action action) {
        var channels = Arrays.stream(Channel.values())
                .filter(channel -> channel.reachesCustomer() == action.isContact())
                .mapToLong(Channel::ordinal)
                .toArray();
        return all(
                dims.at("action").is(action.ordinal()),
                dims.at("stage").is(action.stage().ordinal()),
                dims.at("claimsMoney").is(action.claim() == Claim.NOTHING ? 0 : 1),
                dims.at("contact").is(action.isContact() ? 1 : 0),
                dims.at("channel").is(channels));
    }

    private Dim d(String at, String name) {
        return dims.at(at + name);
    }
}
