package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Stage;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The result of a simulation as everybody gets it. Fields are added, never renamed or given another meaning without a new
 * {@code schemaVersion}.
 *
 * @param invoices in the portfolio
 * @param inPlay open on any day of the window; all that follows is about these
 * @param actions invoices by the furthest thing done about them, by strategy; they add up to {@code inPlay}
 * @param received what really came in during the window, under the strategy of that time
 * @param effects of each changed rule or number by itself; {@code effectsNote} says which are missing
 * @param changes those worth most; all of them go to the file of changes
 * @param notes what was assumed, and what the figures do not claim
 * @param assumed what would have come in if certain assumptions held; null where nobody stated any
 */
public record Comparison(
        int schemaVersion,
        Manifest manifest,
        LocalDate from,
        LocalDate to,
        boolean snapshot,
        String currency,
        long customers,
        long invoices,
        Sum inPlay,
        long changedInvoices,
        BigDecimal changedAmount,
        long changedCustomers,
        Map<String, Map<Action, Long>> actions,
        Map<String, Strategy> strategies,
        List<Flow> flow,
        List<Day> workload,
        List<Load> capacity,
        Map<String, Sum> ageing,
        Map<LocalDate, Sum> received,
        Map<LocalDate, Long> divergences,
        Map<String, List<Line>> groups,
        List<RuleHits> rules,
        List<Effect> effects,
        String effectsNote,
        List<Violation> violations,
        List<Change> changes,
        List<String> notes,
        Assumed assumed) {

    public static final int SCHEMA_VERSION = 1;

    /**
     * Enough to repeat the run and to see that it came out the same.
     *
     * @param customersLeftOut because their facts contradict each other
     * @param assumptions the file; null where nobody stated any
     */
    public record Manifest(
            List<Described.Input> inputs,
            Policy baseline,
            Policy candidate,
            long rejectedRows,
            long customersLeftOut,
            int needlessDays,
            Map<Role, Integer> capacity,
            Prices prices,
            long seed,
            String calendar,
            List<LocalDate> sizeClassesOf,
            String resultSha256,
            Described.Input assumptions) {}

    public record Policy(String name, String sha256, String guardSha256) {}

    /**
     * @param steps taken, by action
     * @param untouched overdue and open at the end, and the customer never heard of it
     * @param openAtStage open at the end, by the furthest stage reached
     */
    public record Strategy(
            String name,
            Map<Action, Long> steps,
            Map<Action, Sum> invoices,
            long contacts,
            long letters,
            long needlessLetters,
            long needlessContacts,
            long approvals,
            BigDecimal cost,
            Map<Action, BigDecimal> costs,
            Map<Stage, Sum> openAtStage,
            Spread contactsPerCustomer,
            Spread daysToFirstContact,
            Map<String, Sum> untouched,
            Map<Violation.Kind, Long> violations) {}

    /** A distribution; {@code histogram} counts each value. */
    public record Spread(long count, BigDecimal mean, int median, int p90, int max, Map<Integer, Long> histogram) {}

    public record Flow(Action baseline, Action candidate, long invoices, BigDecimal amount) {}

    public record Day(LocalDate on, Role role, long baseline, long candidate) {}

    /** @param capacity null where nobody said */
    public record Load(Role role, Integer capacity, Busy baseline, Busy candidate) {}

    public record Busy(long steps, long busiest, long daysOver) {}

    public record Line(
            String value,
            long customers,
            long changedCustomers,
            long invoices,
            long changedInvoices,
            BigDecimal open,
            long baselineContacts,
            long candidateContacts,
            BigDecimal baselineCost,
            BigDecimal candidateCost) {}

    /**
     * @param fired customers about whom it ever said anything
     * @param won steps taken because of it
     * @param changes changed invoices whose first difference it decided
     */
    public record RuleHits(Arm strategy, boolean guard, String rule, String title, long fired, long won, long changes) {
        public boolean isNever() {
            return fired == 0;
        }
    }
}
