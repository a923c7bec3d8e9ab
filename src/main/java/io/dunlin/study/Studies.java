package io.dunlin.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.problem.Problem;
import io.dunlin.study.DocumentRow.Kind;
import io.dunlin.study.StudyRow.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes orders in, says how they stand, and lets go of them. */
@ApplicationScoped
public class Studies {
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST_INTAKE = Duration.ofHours(1);
    /** So that counting those that wait tells the truth. Any number will do. */
    private static final String ONE_AT_A_TIME = "select cast(pg_advisory_xact_lock(303) as text)";

    private final Chosen chosen;
    private final Runner runner;
    private final StudyConfig config;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Studies(Chosen chosen, Runner runner, StudyConfig config, EntityManager database, ObjectMapper json, Clock clock) {
        this.chosen = chosen;
        this.runner = runner;
        this.config = config;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** @param isNew false where it was ordered before, and nothing happened now */
    record Taken(Status status, boolean isNew) {}

    /** @param keepFiles puts what came along into the database, in the transaction of the order itself */
    Taken order(Request request, Consumer<String> keepFiles) {
        var known = known(request);
        if (known.isPresent()) {
            return known.get();
        }
        var policies = chosen.policies(request.order());
        var taken = takeIn(request, policies, keepFiles);
        runner.tell();
        return taken;
    }

    private Taken takeIn(Request request, Policies policies, Consumer<String> keepFiles) {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST_INTAKE.toSeconds())
                    .call(() -> queue(request, policies, keepFiles));
        } catch (PersistenceException e) {
            // The same order came twice at once; the other one was faster.
            return known(request).orElseThrow(() -> e);
        }
    }

    private Optional<Taken> known(Request request) {
        return QuarkusTransaction.requiringNew().call(() -> same(request));
    }

    private Optional<Taken> same(Request request) {
        return StudyRow.<StudyRow>findByIdOptional(request.order().id()).map(row -> {
            request.differences(request(row)).refuseIfAny(Problem.CONFLICT);
            return new Taken(status(row), false);
        });
    }

    private Taken queue(Request request, Policies policies, Consumer<String> keepFiles) {
        refuseIfMoreWaitThan(config.queued() - 1);
        var row = new StudyRow();
        row.id = request.order().id();
        row.state = State.QUEUED;
        row.request = text(request);
        row.baselineVersion = policies.baseline().version();
        row.candidateVersion = policies.candidate().version();
        row.guardVersion = policies.guard().version();
        row.orderedAt = clock.instant();
        row.persistAndFlush();
        DocumentRow.keep(row.id, Kind.POLICIES, text(policies).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        keepFiles.accept(row.id);
        // Once more, alone and for a moment only: of many that came at once, each saw room for itself.
        database.flush();
        database.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
        refuseIfMoreWaitThan(config.queued());
        return new Taken(status(row), true);
    }

    private void refuseIfMoreWaitThan(int most) {
        if (StudyRow.count("state", State.QUEUED) > most) {
            throw Problem.TOO_MANY
                    .because(config.queued() + " simulations wait already. Order it again later, or cancel one.")
                    .retryAfter(TRY_AGAIN_AFTER);
        }
    }

    List<Status> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> StudyRow.newestFirst().stream().map(this::status).toList());
    }

    Status one(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> status(StudyRow.<StudyRow>findByIdOptional(id).orElseThrow(() -> unknown(id))));
    }

    /** Whatever was under way leaves nothing behind; what is over stays as it is. */
    Status cancel(String id) {
        var status = QuarkusTransaction.requiringNew().call(() -> {
            var row = StudyRow.locked(id).orElseThrow(() -> unknown(id));
            if (!row.state.isOver()) {
                clear(id);
                LeftOutRow.delete("study", id);
                row.rejected = 0;
                row.end(State.CANCELLED, clock.instant());
            }
            return status(row);
        });
        runner.drop(id);
        return status;
    }

    /** Whatever it is doing. */
    void delete(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> StudyRow.locked(id).orElseThrow(() -> unknown(id)).delete());
        runner.drop(id);
    }

    /** All that was kept to go on with; the row itself says what became of it. */
    static void clear(String id) {
        WorkRow.delete("study", id);
        PartRow.delete("study", id);
        ChangeRow.delete("study", id);
        UploadRow.delete("study", id);
        DocumentRow.delete("study", id);
    }

    static RuntimeException unknown(String id) {
        return Problem.NOT_FOUND.because("There is no simulation `" + id + "`. GET /api/v1/simulations lists them.");
    }

    private Status status(StudyRow row) {
        return Status.of(row, request(row), clock.instant());
    }

    private Request request(StudyRow row) {
        try {
            return json.readValue(row.request, Request.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order that was kept cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written", e);
        }
    }
}
