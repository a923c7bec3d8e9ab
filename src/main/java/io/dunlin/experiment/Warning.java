package io.dunlin.experiment;

/** Something a reader must know before believing a figure. */
public record Warning(Code code, String text) {
    public enum Code {
        /** The arms have not the sizes that were drawn. */
        SAMPLE_RATIO,
        /** The arms were not asked about alike. */
        ASKED_UNEQUALLY,
        /** Decisions were made in an arm the group did not draw. */
        OTHER_ARM,
        /** The arms differed before anybody was treated differently. */
        DIFFERENT_BEFORE,
        /** Another version became the champion meanwhile. */
        CHAMPION_CHANGED,
        /** The share was changed meanwhile. */
        SHARE_CHANGED,
        /** Looked at from a day after it began. */
        LATE_START,
        /** Looked at beyond its end. */
        AFTER_THE_END,
        /** Amounts in a currency without a rate are left out. */
        NO_RATE,
        /** Customers are linked across groups by who pays. */
        LINKED
    }
}
