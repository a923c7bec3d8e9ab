package io.dunlin.book;

import java.time.LocalDate;

/** What must be true of the instalments of a plan. */
final class Instalments {
    private Instalments() {}

    static void check(Spot spot, Plan plan, String currency) {
        if (plan.instalments().isEmpty()) {
            spot.say("instalments", "the plan has no instalments; give at least one with a date and an amount");
        }
        LocalDate before = null;
        for (int i = 0; i < plan.instalments().size(); i++) {
            var instalment = plan.instalments().get(i);
            var at = "instalments/" + i + "/";
            spot.needed(at + "due", instalment.due());
            spot.money(at + "amount", instalment.amount(), currency);
            if (before != null && instalment.due() != null && !instalment.due().isAfter(before)) {
                spot.say(at + "due", "instalments must follow one another; this one is not after " + before);
            }
            before = instalment.due() == null ? before : instalment.due();
        }
    }
}
