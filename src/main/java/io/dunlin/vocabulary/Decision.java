package io.dunlin.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The complete answer about one customer on one day: what to do, why, why nothing else, and when to ask again.
 *
 * @param customer the one thing to do about the customer; where it is a contact, it is the only one of the day
 * @param invoices every invoice issued by then, also those about which nothing is to be done
 * @param tasks what customer-wide rules want besides, each done or with the reason why not
 */
public record Decision(
        String customerId,
        LocalDate asOf,
        PolicyVersion strategy,
        PolicyVersion guard,
        Verdict customer,
        List<InvoiceVerdict> invoices,
        List<Verdict> tasks) {

    /** {@code version} is the SHA-256 of the strategy's files. */
    public record PolicyVersion(String name, String version) {}

    /**
     * @param invoices every invoice the action names, oldest first
     * @param asks what the action asks for, per currency; empty where it asks for nothing
     * @param steps what the action is for each of them; confirm these when it is done
     * @param approval who must agree first; null where nobody must
     * @param nextEvaluation first later day on which this would change if nothing else happened; null: within a year
     *     only an event changes it
     */
    public record Verdict(
            Action action,
            int level,
            Channel channel,
            Role owner,
            Role approval,
            List<String> invoices,
            List<Step> steps,
            Map<String, BigDecimal> asks,
            List<Reason> reasons,
            List<Blocker> blockers,
            List<RunnerUp> runnersUp,
            LocalDate nextEvaluation) {

        public Verdict withNextEvaluation(LocalDate date) {
            return new Verdict(
                    action, level, channel, owner, approval, invoices, steps, asks, reasons, blockers, runnersUp, date);
        }
    }

    public record InvoiceVerdict(
            String id, String currency, BigDecimal balance, BigDecimal collectable, Verdict verdict) {}

    /** {@code invoice} is null where the step concerns the customer as a whole. */
    public record Step(String invoice, Action action, int level) {}

    /** A rule that fired, with its sentence filled in. */
    public record Reason(String rule, String text) {}

    public record RunnerUp(Action action, int level, String rule, LostBecause lostBecause, String text) {}

    public enum LostBecause {
        OUTRANKED,
        HELD,
        ALREADY_DONE,
        VETOED,
        TIED,
        /** A person ordered something else instead. */
        OVERRIDDEN,
        FOLDED_INTO_ONE_CONTACT
    }
}
