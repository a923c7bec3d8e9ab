package io.dunlin.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a customer came to the strategy that decides, as far as it is known. An input of the decision: kept with its facts.
 *
 * @param chosenBy null where nobody had to choose
 * @param stepsSince steps confirmed before this day no longer count as steps; null where all count
 * @param pinnedSince the day a newer version went live that this customer, in mid-ladder, does not get yet; null otherwise
 * @param experiment null where no challenger runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Choice(ChosenBy chosenBy, LocalDate stepsSince, LocalDate pinnedSince, Experiment experiment) {
    public static final Choice NONE = new Choice(null, null, null, null);

    public enum ChosenBy {
        /** Whoever asked named it. */
        ASKED,
        /** It is agreed for this customer. */
        CUSTOMER,
        /** It is the one of the customer's segment. */
        SEGMENT,
        /** The seller's default. */
        DEFAULT
    }

    /**
     * @param id of the draw; another challenger draws anew
     * @param probability with which a customer gets into this arm
     */
    public record Experiment(String id, Arm arm, BigDecimal probability) {}

    public enum Arm {
        CHAMPION,
        CHALLENGER
    }

    /** What of it makes another decision of the same facts and versions, or another entry in an experiment's books. */
    String identity() {
        return (stepsSince == null ? "" : "since " + stepsSince)
                + (experiment == null
                        ? ""
                        : "in " + experiment.id() + " " + experiment.arm() + " " + experiment.probability());
    }
}
