package io.dunlin.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that is known of an experiment, from the book and the decision log: the input of a read-out.
 *
 * @param groups that were in the book when it began, whichever arm they are in
 * @param laterGroups that came to the book after that
 * @param currency of all amounts
 * @param costCurrency of the cost table; null where there is none
 * @param unrated what was overdue in currencies without a rate, and counts nowhere
 * @param paidForByOthers customers whose payer is in another group
 */
public record Facts(
        List<Group> groups,
        int laterGroups,
        Decided decided,
        String currency,
        String costCurrency,
        Map<String, BigDecimal> unrated,
        int paidForByOthers) {

    /**
     * What the decision log says of groups that are compared.
     *
     * @param champion groups that were ever decided about in this arm
     * @param challenger groups that were ever decided about in this arm
     * @param inTheOtherArm decisions of an arm that the group did not draw
     */
    public record Decided(int champion, int challenger, long decisions, long inTheOtherArm) {}
}
