package io.dunlin.vocabulary;

import static io.dunlin.vocabulary.Action.Claim.COLLECTABLE;
import static io.dunlin.vocabulary.Action.Claim.INSTALMENTS;
import static io.dunlin.vocabulary.Action.Claim.NOTHING;
import static io.dunlin.vocabulary.Action.Claim.OPEN_AMOUNT;
import static io.dunlin.vocabulary.Channel.EMAIL;
import static io.dunlin.vocabulary.Channel.INTERNAL;
import static io.dunlin.vocabulary.Channel.LETTER;
import static io.dunlin.vocabulary.Channel.PHONE;

/** Everything Dunlin can say to do next. The order of severity is not here but in a strategy's {@code ladder}. */
public enum Action {
    /** Nothing to do now; always comes with its blockers and the next date. */
    NO_ACTION(Stage.NONE, INTERNAL, Role.SYSTEM, 0, NOTHING),
    /** Facts are missing, contradictory or tied: a person decides. */
    NEEDS_HUMAN(Stage.NONE, INTERNAL, Role.COLLECTOR, 0, NOTHING),

    ASSIGN_COLLECTOR(Stage.HOUSEKEEPING, INTERNAL, Role.COLLECTION_MANAGER, 2, NOTHING),
    VERIFY_DEDUCTION(Stage.HOUSEKEEPING, INTERNAL, Role.COLLECTOR, 5, NOTHING),
    CREDIT_MEMO_APPROVAL(Stage.HOUSEKEEPING, INTERNAL, Role.CREDIT, 5, NOTHING),
    RESOLVE_DISPUTE(Stage.HOUSEKEEPING, INTERNAL, Role.SALES, 10, NOTHING),
    ALLOCATE_CASH(Stage.HOUSEKEEPING, INTERNAL, Role.CASH_APPLICATION, 2, NOTHING),
    CONFIRM_BILLING_CONTACT(Stage.HOUSEKEEPING, INTERNAL, Role.BILLING, 10, NOTHING),
    RESEND_INVOICE(Stage.HOUSEKEEPING, EMAIL, Role.BILLING, 7, NOTHING),

    PRE_DUE_CONTACT(Stage.REMINDING, PHONE, Role.COLLECTOR, 0, OPEN_AMOUNT),
    REMINDER(Stage.REMINDING, EMAIL, Role.SYSTEM, 7, COLLECTABLE),
    LATE_CHARGE(Stage.REMINDING, EMAIL, Role.SYSTEM, 7, COLLECTABLE),

    CALL(Stage.CONTACT, PHONE, Role.COLLECTOR, 5, COLLECTABLE),
    PROMISE_FOLLOW_UP(Stage.CONTACT, PHONE, Role.COLLECTOR, 3, COLLECTABLE),
    PLAN_FOLLOW_UP(Stage.CONTACT, PHONE, Role.COLLECTOR, 3, INSTALMENTS),

    OFFER_PAYMENT_PLAN(Stage.SETTLING, PHONE, Role.COLLECTOR, 10, COLLECTABLE),
    OFFER_PAYMENT_METHOD(Stage.SETTLING, EMAIL, Role.COLLECTOR, 7, COLLECTABLE),
    OFFER_EARLY_PAYMENT_REWARD(Stage.SETTLING, EMAIL, Role.COLLECTOR, 7, OPEN_AMOUNT),
    CREDIT_REVIEW(Stage.SETTLING, INTERNAL, Role.CREDIT, 10, NOTHING),

    SALES_INVOLVEMENT(Stage.ESCALATION, INTERNAL, Role.SALES, 7, COLLECTABLE),
    CREDIT_HOLD(Stage.ESCALATION, INTERNAL, Role.CREDIT, 5, COLLECTABLE),
    REPOSSESSION_OFFER(Stage.ESCALATION, LETTER, Role.SALES, 14, COLLECTABLE),
    LAW_FIRM_LETTER(Stage.ESCALATION, LETTER, Role.LEGAL, 14, COLLECTABLE),
    AGENCY_REFERRAL(Stage.ESCALATION, LETTER, Role.LEGAL, 60, COLLECTABLE),
    SMALL_CLAIMS(Stage.ESCALATION, LETTER, Role.LEGAL, 90, COLLECTABLE),
    LAWSUIT(Stage.ESCALATION, LETTER, Role.LEGAL, 180, COLLECTABLE),

    WRITE_OFF(Stage.CLOSING, INTERNAL, Role.CREDIT, 30, OPEN_AMOUNT),
    POST_MORTEM(Stage.CLOSING, INTERNAL, Role.COLLECTION_MANAGER, 30, NOTHING);

    public enum Stage {
        NONE,
        HOUSEKEEPING,
        REMINDING,
        CONTACT,
        SETTLING,
        ESCALATION,
        CLOSING
    }

    /** What must be left of an invoice for the action to make sense; holds take it away. */
    public enum Claim {
        /** Overdue money that may be chased today. */
        COLLECTABLE,
        /** Open money, due or not, that nobody disputes, promised or froze. */
        OPEN_AMOUNT,
        /** What of a payment plan is due and was not paid. */
        INSTALMENTS,
        /** Asks the customer for nothing. */
        NOTHING
    }

    private final Stage stage;
    private final Channel channel;
    private final Role owner;
    private final int reactionDays;
    private final Claim claim;

    Action(Stage stage, Channel channel, Role owner, int reactionDays, Claim claim) {
        this.stage = stage;
        this.channel = channel;
        this.owner = owner;
        this.reactionDays = reactionDays;
        this.claim = claim;
    }

    public Stage stage() {
        return stage;
    }

    public Channel channel() {
        return channel;
    }

    public Role owner() {
        return owner;
    }

    /** Calendar days the customer (or colleague) is given before the next step; a strategy may say otherwise. */
    public int reactionDays() {
        return reactionDays;
    }

    public Claim claim() {
        return claim;
    }

    public boolean isContact() {
        return channel.reachesCustomer();
    }

    /** Whether the step cannot be taken back lightly, so that a second person must agree. */
    public boolean needsApproval() {
        return this == CREDIT_HOLD
                || this == REPOSSESSION_OFFER
                || this == LAW_FIRM_LETTER
                || endsLadder()
                || this == CREDIT_MEMO_APPROVAL;
    }

    /** Whether a change of who gets it must be seen by two people before it is live. */
    public boolean isSevere() {
        return needsApproval() || stage == Stage.ESCALATION;
    }

    /** Whether the invoice leaves the ordinary ladder once this is done. */
    public boolean endsLadder() {
        return this == AGENCY_REFERRAL || this == SMALL_CLAIMS || this == LAWSUIT || this == WRITE_OFF;
    }

    /** Whether doing it again on the same invoice can be right; all others are done once per level. */
    public boolean isRepeatable() {
        return stage == Stage.CONTACT || stage == Stage.HOUSEKEEPING || this == CREDIT_REVIEW;
    }

    /** Whether it must go out however often the customer was contacted; suppression still applies. */
    public boolean ignoresContactLimit() {
        return this == RESEND_INVOICE || this == LAW_FIRM_LETTER;
    }
}
