package io.dunlin.analysis;

import static io.dunlin.analysis.Formula.TRUE;
import static io.dunlin.analysis.Formula.all;

import io.dunlin.language.Rule.Effect;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Action.Stage;
import java.util.Arrays;

/**
 * What a proposal about an invoice needs, besides that its rule fires, in order to be followed: something to ask for, and
 * that it was not done yet. The engine sees to it when it decides; here it is said in terms of what rules can see.
 */
final class Chances {
    private final Dims dims;

    Chances(Dims dims) {
        this.dims = dims;
    }

    /** False only of facts on which the proposal is certainly void. */
    Formula possible(Effect effect) {
        var action = effect.action();
        if (action.isRepeatable()) {
            return claim(action);
        }
        if (action == Action.REMINDER) {
            return all(claim(action), notReminded(effect.level()));
        }
        return effect.level() == 1 ? all(claim(action), not(action)) : claim(action);
    }

    /** True only of facts on which the proposal certainly stands, unless something stops the customer as a whole. */
    Formula certain(Effect effect) {
        var action = effect.action();
        if (action == Action.REMINDER) {
            return possible(effect);
        }
        // What claims money and may be repeated leaves no claim while it waits for an answer.
        boolean free = action.isRepeatable() && action.claim() != Claim.NOTHING;
        return free ? claim(action) : all(claim(action), not(action));
    }

    /** Whether whatever stops the first as far as the customer as a whole is concerned stops the second as well. */
    static boolean standAndFallTogether(Action first, Action second) {
        boolean claims = first.claim() == Claim.NOTHING || second.claim() != Claim.NOTHING;
        boolean contacts = !first.isContact() || second.isContact();
        boolean limits = !first.isContact() || first.ignoresContactLimit() || !second.ignoresContactLimit();
        return claims && contacts && limits;
    }

    private Formula claim(Action action) {
        if (action.claim() == Claim.NOTHING) {
            return TRUE;
        }
        var amount =
                switch (action.claim()) {
                    case COLLECTABLE -> "collectable";
                    case INSTALMENTS -> "missedInstalments";
                    case OPEN_AMOUNT, NOTHING -> "openAmount";
                };
        var open = dims.at(amount).atLeast(1);
        var plan = action == Action.PLAN_FOLLOW_UP ? TRUE : dims.at("onPlan").is(0);
        boolean goesOn = action.stage() == Stage.ESCALATION || action.stage() == Stage.CLOSING;
        return goesOn ? all(open, plan) : all(open, plan, inOurHands());
    }

    /** Once somebody else collects, the ordinary steps are over. */
    private Formula inOurHands() {
        return all(Arrays.stream(Action.values()).filter(Action::endsLadder).map(this::not));
    }

    private Formula notReminded(int level) {
        return dims.at("reminderLevel").atMost(level - 1L);
    }

    private Formula not(Action action) {
        return dims.member("stepsDone", action).is(0);
    }
}
