package io.dunlin.report;

import io.dunlin.experiment.Asked;
import io.dunlin.experiment.ReadOuts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The read-out of an experiment for people. */
@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class ExperimentPageResource {
    private final ReadOuts readOuts;

    ExperimentPageResource(ReadOuts readOuts) {
        this.readOuts = readOuts;
    }

    @GET
    @Path("{name}/experiment.html")
    @Produces("text/html;charset=UTF-8")
    @Operation(summary = "The same read-out as a page to look at, to print or to keep")
    public String get(
            @PathParam("name") String name,
            @QueryParam("from") LocalDate from,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("primary") String primary,
            @QueryParam("looks") Integer looks,
            @QueryParam("attributionDays") Integer attributionDays,
            @QueryParam("currency") String currency) {
        return HtmlReport.of(readOuts.of(name, new Asked(from, asOf, primary, looks, attributionDays, currency)));
    }
}
