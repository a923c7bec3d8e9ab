package io.dunlin.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as every strategy has a version that decides; names those whose files are refused meanwhile. */
@Readiness
@ApplicationScoped
class StrategiesHealth implements HealthCheck {
    private final Strategies strategies;

    StrategiesHealth(Strategies strategies) {
        this.strategies = strategies;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("strategies").up();
        for (var status : strategies.statuses()) {
            var text = status.live() == null ? "none" : status.live().substring(0, 12);
            response.withData(status.name(), status.refused().isEmpty() ? text : text + ", new files refused");
            if (status.live() == null) {
                response.down();
            }
        }
        return response.build();
    }
}
