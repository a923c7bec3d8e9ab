package io.dunlin.study;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Sees to it that a study is worked on by one runner at a time, on whatever instance, and by another when that one dies. */
@ApplicationScoped
public class Claims {
    private static final String NEXT = """
            select id from studies
            where state = 'QUEUED' or (state = 'RUNNING' and alive_until < clock_timestamp())
            order by number limit 1 for update skip locked
            """;

    private static final String EXTEND = """
            update studies set alive_until = clock_timestamp() + :seconds * interval '1 second'
            where id = :id and owner = :owner
            """;

    private static final String GIVE_BACK = """
            update studies set state = 'QUEUED', owner = null, alive_until = null, attempts = 0, version = version + 1
            where id = :id and owner = :owner
            """;

    private final EntityManager database;
    private final Duration takenOverAfter;
    private final Clock clock;

    Claims(EntityManager database, StudyConfig config, Clock clock) {
        this.database = database;
        this.takenOverAfter = config.takenOverAfter();
        this.clock = clock;
    }

    /** The one that waits longest, or whose runner is dead. */
    Optional<Claim> next() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var waiting = database.unwrap(Session.class)
                    .createNativeQuery(NEXT, String.class)
                    .getResultStream()
                    .findFirst();
            return waiting.map(id -> claim(StudyRow.<StudyRow>findById(id)));
        });
    }

    private Claim claim(StudyRow row) {
        var claim = new Claim(row.id, UUID.randomUUID(), row.attempts + 1);
        row.state = StudyRow.State.RUNNING;
        row.owner = claim.owner();
        row.startedAt = clock.instant();
        row.doneBefore = row.done;
        row.attempts++;
        database.flush();
        prolong(claim);
        return claim;
    }

    /** False where the claim is lost. */
    boolean extend(Claim claim) {
        return QuarkusTransaction.requiringNew().call(() -> prolong(claim));
    }

    private boolean prolong(Claim claim) {
        return database.createNativeQuery(EXTEND)
                        .setParameter("seconds", takenOverAfter.toMillis() / 1000.0)
                        .setParameter("id", claim.study())
                        .setParameter("owner", claim.owner())
                        .executeUpdate()
                > 0;
    }

    /** In good order: whoever comes next goes on at once, with the parts that are missing. */
    void giveBack(Claim claim) {
        claim.lose();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(GIVE_BACK)
                .setParameter("id", claim.study())
                .setParameter("owner", claim.owner())
                .executeUpdate());
    }
}
