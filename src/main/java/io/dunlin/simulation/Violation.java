package io.dunlin.simulation;

import java.time.LocalDate;
import java.util.Comparator;

/** A promise of the engine that was broken; there should be none. */
public record Violation(Kind kind, Arm arm, String customer, String invoice, LocalDate on) {
    static final Comparator<Violation> ORDER = Comparator.comparing(Violation::customer)
            .thenComparing(Violation::on)
            .thenComparing(Violation::arm)
            .thenComparing(Violation::kind)
            .thenComparing(Violation::invoice, Comparator.nullsFirst(Comparator.naturalOrder()));

    public enum Kind {
        /** Money asked for of which all is contested. */
        CONTACT_ON_DISPUTED,
        TWO_CONTACTS_ON_A_DAY,
        CONTACT_LIMIT,
        /** A reminder of a lower level, or a reminder after an escalation, and nothing happened in between. */
        SOFTER_WITHOUT_CAUSE,
        /** An ordinary contact although somebody of the same group, or its payer, was contacted within its quiet days. */
        GROUP_NOT_LEFT_IN_PEACE,
        /** An ordinary contact although the group had its contacts of the week. */
        GROUP_CONTACT_LIMIT
    }
}
