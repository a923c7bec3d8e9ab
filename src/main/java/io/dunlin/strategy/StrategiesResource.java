package io.dunlin.strategy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/api/v1/strategies")
public class StrategiesResource {
    private final Strategies strategies;

    StrategiesResource(Strategies strategies) {
        this.strategies = strategies;
    }

    /** What decides, and what does not because its files are wrong. */
    @GET
    public List<Status> list() {
        return strategies.statuses();
    }
}
