package io.dunlin.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.engine.Answer;
import io.dunlin.engine.Snapshot;
import io.dunlin.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;

/** Keeps decisions with everything needed to redo them. */
@ApplicationScoped
public class DecisionLog {
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionLog(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The id is made of the facts and the versions, so a retry or a second worker writes the same line; whoever comes
     * second writes nothing.
     */
    @Transactional
    public void keep(Answer answer, Snapshot snapshot) {
        var experiment = answer.strategy().choice().experiment();
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        insert into decisions (id, customer, as_of, strategy, strategy_version, guard_version, calendar,
                                               action, snapshot, answer, decided_at, experiment, arm)
                        values (:id, :customer, :asOf, :strategy, :strategyVersion, :guardVersion, :calendar,
                                :action, :snapshot, :answer, :decidedAt, :experiment, :arm)
                        on conflict (id) do nothing
                        """)
                .setParameter("id", answer.id())
                .setParameter("customer", answer.customer().id())
                .setParameter("asOf", answer.asOf())
                .setParameter("strategy", answer.strategy().name())
                .setParameter("strategyVersion", answer.strategy().version())
                .setParameter("guardVersion", answer.guard().version())
                .setParameter("calendar", answer.calendar())
                .setParameter("action", answer.customer().verdict().action().name())
                .setParameter("snapshot", snapshot.json())
                .setParameter("answer", write(answer))
                .setParameter("decidedAt", clock.instant())
                .setParameter("experiment", experiment == null ? null : experiment.id(), String.class)
                .setParameter(
                        "arm", experiment == null ? null : experiment.arm().name(), String.class)
                .executeUpdate();
    }

    @Transactional
    public DecisionRow find(String id) {
        return DecisionRow.<DecisionRow>findByIdOptional(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no decision `" + id + "`. Only decisions about "
                        + "stored customers are kept; those about facts in the body are not."));
    }

    JsonNode answer(DecisionRow row) {
        try {
            return json.readTree(row.answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored decision " + row.id + " cannot be read", e);
        }
    }

    JsonNode tree(Answer answer) {
        try {
            return json.readTree(write(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be read back", e);
        }
    }

    private String write(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
