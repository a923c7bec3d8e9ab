package io.dunlin.experiment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a challenger did with its share of the customers. */
@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class ExperimentResource {
    private final ReadOuts readOuts;

    ExperimentResource(ReadOuts readOuts) {
        this.readOuts = readOuts;
    }

    /** {@code from} absent is the newest experiment from its first day; {@code asOf} absent is its last day, or today. */
    @GET
    @Path("{name}/experiment")
    @Operation(summary = "Champion and challenger compared by what really happened, with intervals")
    public ReadOut get(
            @PathParam("name") String name,
            @QueryParam("from") LocalDate from,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("primary") String primary,
            @QueryParam("looks") Integer looks,
            @QueryParam("attributionDays") Integer attributionDays,
            @QueryParam("currency") String currency) {
        return readOuts.of(name, new Asked(from, asOf, primary, looks, attributionDays, currency));
    }
}
