package io.dunlin.decision;

import io.dunlin.engine.Choice.Arm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** A door for readers of experiments: in which arm decisions were made. It writes nothing. */
@ApplicationScoped
public class ArmsDecided {
    private static final String COUNT = """
            select customer, arm, count(*) from decisions
            where experiment = :experiment and customer = any(:customers) and decided_at < :before
            group by customer, arm
            """;

    private final EntityManager database;

    ArmsDecided(EntityManager database) {
        this.database = database;
    }

    public record Decided(String customer, Arm arm, long decisions) {}

    @Transactional
    public List<Decided> of(String experiment, Collection<String> customers, Instant before) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(COUNT, Object[].class)
                .setParameter("experiment", experiment)
                .setParameter("customers", customers.toArray(String[]::new))
                .setParameter("before", before)
                .getResultList()
                .stream()
                .map(row -> new Decided((String) row[0], Arm.valueOf((String) row[1]), ((Number) row[2]).longValue()))
                .toList();
    }
}
