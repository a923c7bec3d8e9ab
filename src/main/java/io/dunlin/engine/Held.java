package io.dunlin.engine;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Action.Stage;
import io.dunlin.vocabulary.Blocker;

/** A blocker and what it stands in the way of. */
record Held(Blocker blocker, Cover cover) {

    /** Which actions a hold stops. */
    enum Cover {
        /** Money is withheld; decided by what is left, never by the hold alone. */
        AMOUNT,
        /** Nothing may be asked for. */
        EVERY_CLAIM,
        /** Only the instalments may be asked for. */
        ALL_BUT_PLAN,
        /** The customer may notice nothing and be asked for nothing; by order of a person. */
        ALL_BUT_INSIDE,
        /** The ordinary ladder is over; only the next severe step or an end remains. */
        ORDINARY_LADDER,
        /** The customer may not notice anything. */
        EVERY_CONTACT,
        /** As before, but for what must go out in any case. */
        ORDINARY_CONTACT
    }

    boolean stops(Action action) {
        boolean claims = action.claim() != Claim.NOTHING;
        return switch (cover) {
            case AMOUNT -> false;
            case EVERY_CLAIM -> claims;
            case ALL_BUT_INSIDE -> !Overrides.isInside(action);
            case ALL_BUT_PLAN -> claims && action != Action.PLAN_FOLLOW_UP;
            case ORDINARY_LADDER -> claims && action.stage() != Stage.ESCALATION && action.stage() != Stage.CLOSING;
            case EVERY_CONTACT -> action.isContact();
            case ORDINARY_CONTACT -> action.isContact() && !action.ignoresContactLimit();
        };
    }
}
