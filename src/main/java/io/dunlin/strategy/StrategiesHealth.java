package io.dunlin.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as long as the guard and every strategy with files in the folder has a version that decides; names those whose
 * files are refused meanwhile. A strategy that is only a draft so far is nothing to wait for.
 */
@Readiness
@ApplicationScoped
class StrategiesHealth implements HealthCheck {
    private final Strategies strategies;
    private final Folders folders;

    StrategiesHealth(Strategies strategies, Folders folders) {
        this.strategies = strategies;
        this.folders = folders;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("strategies").up();
        var live = strategies.live();
        live.lines().forEach((name, line) -> {
            var version = line.standing().version().version().substring(0, 12);
            var isRefused = !folders.refused(name).isEmpty();
            response.withData(name, isRefused ? version + ", new files refused" : version);
        });
        for (var name : live.waiting()) {
            if (!folders.refused(name).isEmpty() || live.isNeeded(name)) {
                response.withData(name, "none").down();
            }
        }
        return response.build();
    }
}
