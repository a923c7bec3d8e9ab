package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice about which the two strategies did not do the same, with what each of them decided on the first day on which
 * they differed and why.
 *
 * @param open on that day, in the invoice's currency
 * @param worth the same in the reporting currency
 * @param daysOverdue on that day; null where the invoice has no due date
 * @param divergence first day on which the customer, with all invoices, was treated differently
 */
public record Change(
        String customer,
        String name,
        String invoice,
        String currency,
        BigDecimal amount,
        BigDecimal open,
        BigDecimal worth,
        LocalDate due,
        LocalDate on,
        Integer daysOverdue,
        Choice baseline,
        Choice candidate,
        LocalDate divergence) {

    /**
     * @param rules behind the action; where there is none, the rules and holds that stood against one
     * @param named whether the invoice was only named in the contact about another one
     */
    public record Choice(
            Action action, int level, boolean named, List<String> rules, List<String> blockers, String why) {}

    Choice under(Arm arm) {
        return arm == Arm.BASELINE ? baseline : candidate;
    }
}
