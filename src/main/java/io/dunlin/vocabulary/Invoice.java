package io.dunlin.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** What rules know of one open invoice on one day, everything derived, so that a rule is plain comparisons. */
public record Invoice(
        Customer customer, Paper paper, Age age, Amounts amounts, Agreement agreement, Ladder ladder, Goods goods)
        implements Fact {

    public enum PromiseState {
        NONE,
        OPEN,
        KEPT,
        PARTLY_KEPT,
        BROKEN
    }

    /** {@code due} is null where the invoice has none; then nothing is chased and a person is asked. */
    public record Paper(
            String id, LocalDate issued, LocalDate due, BigDecimal amount, boolean delivered, Charge charge) {}

    /** A late charge billed as an invoice; {@code level} 0 for an ordinary invoice. */
    public record Charge(int level, boolean principalOpen) {
        public static final Charge NONE = new Charge(0, false);
    }

    public record Age(
            int daysOverdue, int workingDaysOverdue, int delinquentDays, int daysUntilDue, int daysSinceIssue) {}

    public record Amounts(
            BigDecimal balance,
            BigDecimal disputed,
            BigDecimal claimedDeduction,
            BigDecimal matchedDeduction,
            BigDecimal promised,
            BigDecimal inTransit,
            BigDecimal open,
            BigDecimal collectable,
            BigDecimal missedInstalments) {

        /** How much of it an action may ask for. */
        public BigDecimal of(Action.Claim claim) {
            return switch (claim) {
                case COLLECTABLE -> collectable;
                case OPEN_AMOUNT -> open;
                case INSTALMENTS -> missedInstalments;
                case NOTHING -> BigDecimal.ZERO;
            };
        }
    }

    public record Agreement(
            PromiseState promise, int promises, boolean onPlan, int daysSinceInstalmentMissed, int daysDisputed) {}

    /** {@code daysSinceAction} is null where nothing was done yet. */
    public record Ladder(
            int reminderLevel,
            Action lastAction,
            LocalDate lastActionOn,
            Integer daysSinceAction,
            Set<Action> done,
            int unanswered) {}

    public record Goods(boolean returnable, boolean retentionOfTitle, BigDecimal resaleValue) {}

    @Override
    @Word("invoice number")
    public String id() {
        return paper.id();
    }

    @Word("the customer who owes it")
    public Customer customer() {
        return customer;
    }

    @Override
    @Word("currency of every amount on this fact, ISO 4217")
    public String currency() {
        return customer.currency();
    }

    @Override
    public Rates rates() {
        return customer.rates();
    }

    @Word(value = "date of issue", unit = Unit.DATE)
    public LocalDate issued() {
        return paper.issued();
    }

    @Word(value = "due date, null if the invoice has none", unit = Unit.DATE)
    public LocalDate due() {
        return paper.due();
    }

    @Word(value = "original amount", unit = Unit.MONEY)
    public BigDecimal amount() {
        return paper.amount();
    }

    @Word("whether the customer has it (false: rejected, or not yet in the customer's portal)")
    public boolean delivered() {
        return paper.delivered();
    }

    @Word(value = "level of the late charge this invoice bills; 0 for an ordinary invoice", unit = Unit.COUNT)
    public int chargeLevel() {
        return paper.charge().level();
    }

    @Word("whether the invoice that this late charge is for is still open; false for an ordinary invoice")
    public boolean principalOpen() {
        return paper.charge().principalOpen();
    }

    @Word(value = "days past due; negative before the due date", unit = Unit.DAYS)
    public int daysOverdue() {
        return age.daysOverdue();
    }

    @Word(value = "working days past due; 0 before", unit = Unit.WORKING_DAYS)
    public int workingDaysOverdue() {
        return age.workingDaysOverdue();
    }

    @Word(value = "days past due less grace and paused days; never below 0", unit = Unit.DAYS)
    public int delinquentDays() {
        return age.delinquentDays();
    }

    @Word(
            value = "days to the due date, counted so that a day falling on a weekend comes the working day before",
            unit = Unit.DAYS)
    public int daysUntilDue() {
        return age.daysUntilDue();
    }

    @Word(value = "days since issue", unit = Unit.DAYS)
    public int daysSinceIssue() {
        return age.daysSinceIssue();
    }

    @Word(value = "amount less payments and credits", unit = Unit.MONEY)
    public BigDecimal balance() {
        return amounts.balance();
    }

    @Word(value = "part of the balance in an open dispute", unit = Unit.MONEY)
    public BigDecimal disputedAmount() {
        return amounts.disputed();
    }

    @Word(value = "deduction the customer claims and nobody verified yet", unit = Unit.MONEY)
    public BigDecimal claimedDeduction() {
        return amounts.claimedDeduction();
    }

    @Word(value = "deduction found right, waiting for its credit memo", unit = Unit.MONEY)
    public BigDecimal matchedDeduction() {
        return amounts.matchedDeduction();
    }

    @Word(value = "part of the balance under a promise that can still be kept", unit = Unit.MONEY)
    public BigDecimal promisedAmount() {
        return amounts.promised();
    }

    @Word(value = "payments announced or under way", unit = Unit.MONEY)
    public BigDecimal inTransit() {
        return amounts.inTransit();
    }

    @Word(value = "balance that nobody disputes, promised, froze or is paying, due or not", unit = Unit.MONEY)
    public BigDecimal openAmount() {
        return amounts.open();
    }

    @Word(value = "overdue money that may be chased today", unit = Unit.MONEY)
    public BigDecimal collectable() {
        return amounts.collectable();
    }

    @Word("state of the latest promise")
    public PromiseState promiseState() {
        return agreement.promise();
    }

    @Word(value = "promises given on this invoice", unit = Unit.COUNT)
    public int promises() {
        return agreement.promises();
    }

    @Word("whether a payment plan that is being kept covers it")
    public boolean onPlan() {
        return agreement.onPlan();
    }

    @Word(value = "days since the oldest missed instalment; 0 if none is missed", unit = Unit.DAYS)
    public int daysSinceInstalmentMissed() {
        return agreement.daysSinceInstalmentMissed();
    }

    @Word(
            value = "instalments of its payment plan that are due and not paid, as far as they fall to this invoice",
            unit = Unit.MONEY)
    public BigDecimal missedInstalments() {
        return amounts.missedInstalments();
    }

    @Word(value = "days since the oldest open dispute was raised; 0 if none", unit = Unit.DAYS)
    public int daysDisputed() {
        return agreement.daysDisputed();
    }

    @Word(value = "highest reminder confirmed sent; 0 if none", unit = Unit.COUNT)
    public int reminderLevel() {
        return ladder.reminderLevel();
    }

    @Word("last action towards the customer confirmed done, null if none; work inside the house does not count")
    public Action lastAction() {
        return ladder.lastAction();
    }

    @Word(value = "when the last action towards the customer was confirmed done, null if none", unit = Unit.DATE)
    public LocalDate lastActionOn() {
        return ladder.lastActionOn();
    }

    @Word(value = "days since the last action towards the customer confirmed done, null if none", unit = Unit.DAYS)
    public Integer daysSinceLastAction() {
        return ladder.daysSinceAction();
    }

    @Word("actions confirmed done on this invoice")
    public Set<Action> stepsDone() {
        return ladder.done();
    }

    @Word(value = "contact attempts about this invoice without an answer", unit = Unit.COUNT)
    public int unansweredAttempts() {
        return ladder.unanswered();
    }

    @Word("whether the goods can be taken back: identified, resaleable, within shelf life")
    public boolean goodsReturnable() {
        return goods.returnable();
    }

    @Word("whether the seller still owns the goods until paid")
    public boolean retentionOfTitle() {
        return goods.retentionOfTitle();
    }

    @Word(value = "what the goods would fetch, 0 if unknown", unit = Unit.MONEY)
    public BigDecimal goodsResaleValue() {
        return goods.resaleValue();
    }
}
