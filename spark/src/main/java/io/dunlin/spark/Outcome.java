package io.dunlin.spark;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/** What a part sends back: one of the three, the others null. */
record Outcome(Row change, byte[] tallies, String leftOut) implements Serializable {
    static Outcome change(Row change) {
        return new Outcome(change, null, null);
    }

    static Outcome tallies(byte[] tallies) {
        return new Outcome(null, tallies, null);
    }

    static Outcome leftOut(String sentence) {
        return new Outcome(null, null, sentence);
    }

    boolean isChange() {
        return change != null;
    }

    boolean isTallies() {
        return tallies != null;
    }

    boolean isLeftOut() {
        return leftOut != null;
    }
}
