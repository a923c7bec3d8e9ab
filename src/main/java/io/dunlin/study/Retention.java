package io.dunlin.study;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Results are for reading, not for keeping: the newest stay, for a time. */
@ApplicationScoped
public class Retention {
    private static final String SWEEP = """
            delete from studies where ended_at is not null and (ended_at < :before or id in
                (select id from studies where ended_at is not null order by ended_at desc, number desc offset :kept))
            """;

    private final EntityManager database;
    private final StudyConfig config;
    private final Clock clock;

    Retention(EntityManager database, StudyConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void sweep() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(SWEEP)
                .setParameter("before", clock.instant().minus(config.keptFor()))
                .setParameter("kept", config.kept())
                .executeUpdate());
    }
}
