package io.dunlin.strategy;

import io.dunlin.docs.ADemoBook;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * The service on an empty database that no other test looks at: what is live there is nobody else's business. Its day is
 * always the same one.
 */
public class ADatabaseOfItsOwn extends ADemoBook {
    /** A Tuesday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of();
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TheDay.class);
    }

    /** For tests that begin with no strategy at all, again and again. */
    public static class AndNothingInIt extends ADatabaseOfItsOwn {}

    /** It passes as every day does, but begins at noon when the tests begin. */
    @Alternative
    @Singleton
    public static class TheDay {
        @Produces
        @Singleton
        Clock clock() {
            var noon = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
            return Clock.offset(
                    Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), noon));
        }
    }
}
