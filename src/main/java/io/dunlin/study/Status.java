package io.dunlin.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dunlin.simulation.Described.Input;
import io.dunlin.study.StudyRow.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a simulation stands.
 *
 * @param files null where it plays the live book
 * @param baseline with the version that was meant when it was ordered
 * @param done customers played, of {@code total}; which is null until the portfolio is laid down
 * @param secondsLeft if it goes on as it did; null where nothing can be said
 * @param rejected rows and customers left out so far
 * @param error null unless it failed
 */
@Schema(name = "Simulation")
public record Status(
        String id,
        State state,
        List<Input> files,
        Order.Policy baseline,
        Order.Policy candidate,
        Order.Policy guard,
        LocalDate from,
        LocalDate to,
        long done,
        Long total,
        Long secondsLeft,
        long rejected,
        Instant orderedAt,
        Instant startedAt,
        Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Error error) {

    /** @param code as of any other problem */
    @Schema(name = "SimulationError")
    public record Error(String code, String detail) {}

    static Status of(StudyRow row, Request request, Instant now) {
        var order = request.order();
        return new Status(
                row.id,
                row.state,
                order.isOfLedger() ? null : request.files(),
                new Order.Policy(order.baseline().strategy(), row.baselineVersion),
                new Order.Policy(order.candidate().strategy(), row.candidateVersion),
                new Order.Policy("guard", row.guardVersion),
                order.from(),
                order.to(),
                row.done,
                row.total,
                secondsLeft(row, now),
                row.rejected,
                row.orderedAt,
                row.startedAt,
                row.endedAt,
                row.errorCode == null ? null : new Error(row.errorCode, row.errorDetail));
    }

    private static Long secondsLeft(StudyRow row, Instant now) {
        long since = row.done - row.doneBefore;
        if (row.state != State.RUNNING || row.total == null || since == 0) {
            return null;
        }
        return Duration.between(row.startedAt, now).toSeconds() * (row.total - row.done) / since;
    }
}
