package io.dunlin.book;

import io.dunlin.vocabulary.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What an override must say, and that no two of them hold at once for the same thing. */
record OverrideCheck(Account account) {
    void check(Spot spot, ManualOverride o) {
        if (o.action() == null) {
            spot.say("action", "it is not said what to do instead; give `action`, for example CALL or NO_ACTION");
        } else if (o.action() == Action.NEEDS_HUMAN) {
            spot.say("action", "an override is a person's decision already; name the action to take, or NO_ACTION");
        } else if (o.action() == Action.RESEND_INVOICE && o.invoice() == null) {
            spot.say("invoice", "RESEND_INVOICE is about one invoice; name it");
        }
        if (o.level() < 0 || o.level() > 99) {
            spot.say("level", "the level must be between 1 and 99, or left out");
        }
        if (o.reason() == null) {
            spot.say("reason", "the kind of reason is missing; give one of " + reasons());
        }
        said(spot, "text", o.text(), 2000, "it is not said why; give the reason in a sentence as `text`");
        said(spot, "by", o.by(), 300, "it is not said who ordered it; give `by`");
        spot.needed("from", o.from());
        if (o.until() == null) {
            spot.say("until", "an override must end; give its last day as `until`");
        } else {
            spot.day("until", o.until());
        }
        spot.notBefore("until", o.until(), "from", o.from());
        spot.day("liftedOn", o.liftedOn());
        spot.notBefore("liftedOn", o.liftedOn(), "its beginning", o.from());
        if (isDated(o)) {
            overlap(spot, o);
        }
    }

    private static void said(Spot spot, String field, String text, int longest, String missing) {
        if (text == null || text.isBlank()) {
            spot.say(field, missing);
        }
        spot.texts(longest, field, text);
    }

    /** Told at both of them, as with holds. One that was carried out holds no longer and is in nobody's way. */
    private void overlap(Spot spot, ManualOverride o) {
        var end = o.end(account.contacts());
        account.overrides().stream()
                .filter(other -> other != o && isDated(other) && Objects.equals(other.invoice(), o.invoice()))
                .filter(other -> !other.from().isAfter(end) && !o.from().isAfter(other.end(account.contacts())))
                .findFirst()
                .ifPresent(other -> spot.say(
                        "from",
                        "overlaps override " + other.id() + " (" + other.action() + ", " + other.from() + " to "
                                + other.end(account.contacts())
                                + ") of the same scope; lift that one or choose other days"));
    }

    private static boolean isDated(ManualOverride o) {
        return o.from() != null && o.until() != null;
    }

    private static List<ManualOverride.Reason> reasons() {
        return Arrays.asList(ManualOverride.Reason.values());
    }
}
