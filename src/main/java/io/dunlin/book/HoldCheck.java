package io.dunlin.book;

import java.util.Objects;

/** What a hold must say, and that no two of them hold at once for the same thing. */
record HoldCheck(Account account) {
    void check(Spot spot, Hold h) {
        spot.needed("from", h.from());
        if (h.until() == null) {
            spot.say("until", "a hold must end; give its last day as `until`");
        } else {
            spot.day("until", h.until());
        }
        spot.notBefore("until", h.until(), "from", h.from());
        spot.texts(2000, "reason", h.reason());
        spot.texts(300, "by", h.by());
        spot.day("liftedOn", h.liftedOn());
        spot.notBefore("liftedOn", h.liftedOn(), "its beginning", h.from());
        if (h.from() != null && h.until() != null) {
            overlap(spot, h);
        }
    }

    /** Told at both of them: a caller who asks about one must learn of it. */
    private void overlap(Spot spot, Hold h) {
        account.holds().stream()
                .filter(other -> other != h && Objects.equals(other.invoice(), h.invoice()))
                .filter(other -> other.from() != null && other.until() != null)
                .filter(other -> !other.from().isAfter(h.end()) && !h.from().isAfter(other.end()))
                .findFirst()
                .ifPresent(other -> spot.say(
                        "from",
                        "overlaps hold " + other.id() + " (" + other.from() + " to " + other.end()
                                + ") of the same scope; lift that one or choose other days"));
    }
}
