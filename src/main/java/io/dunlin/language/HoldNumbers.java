package io.dunlin.language;

import io.dunlin.vocabulary.Action;
import java.util.Map;

/**
 * The numbers the built-in holds work with, all in calendar days unless said otherwise.
 *
 * @param graceDays days past due that do not count as delinquent
 * @param promiseToleranceDays how long after its date a promise may still be kept
 * @param transitDays how long an announced payment is waited for
 * @param planToleranceDays how long after a missed instalment a plan still protects
 * @param quietDays between any two contacts
 * @param contactsPer7Days contacts, all channels
 * @param contactsPer30Days contacts, all channels
 * @param quietDaysInGroup after a contact with another member of the customer's group; 0: members do not disturb each other
 * @param contactsPer7DaysInGroup contacts with all members together; 0: no limit
 * @param habitualLatePercent of invoices paid late that makes a habit ...
 * @param habitualLateDays ... or of mean days late ...
 * @param habitualMinimumInvoices ... among at least so many settled invoices
 * @param reactionDays per action, where it differs from the action's own
 */
public record HoldNumbers(
        int graceDays,
        int promiseToleranceDays,
        int transitDays,
        int planToleranceDays,
        int quietDays,
        int contactsPer7Days,
        int contactsPer30Days,
        int quietDaysInGroup,
        int contactsPer7DaysInGroup,
        int habitualLatePercent,
        int habitualLateDays,
        int habitualMinimumInvoices,
        Map<Action, Integer> reactionDays) {

    public static final HoldNumbers DEFAULTS = new HoldNumbers(3, 3, 5, 14, 4, 2, 6, 4, 2, 50, 10, 5, Map.of());

    public int reactionDays(Action action) {
        return reactionDays.getOrDefault(action, action.reactionDays());
    }
}
