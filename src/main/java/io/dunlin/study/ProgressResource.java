package io.dunlin.study;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a simulation is, told until it is over; whichever instance runs it. */
@Path("/api/v1/simulations/{id}/progress")
@Tag(name = "Simulations")
public class ProgressResource {
    private final Studies studies;
    private final Duration tellEvery;
    /** The service waits for requests to end before it ends, and this one would not. */
    private volatile boolean isEnding;

    ProgressResource(Studies studies, StudyConfig config) {
        this.studies = studies;
        this.tellEvery = config.tellEvery();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> isEnding = true, "study-progress-end"));
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events, named by the state, each with all that GET of the simulation answers; the"
                    + " last one is `finished`, `failed` or `cancelled`")
    public Multi<OutboundSseEvent> progress(@PathParam("id") String id, @Context Sse sse) {
        studies.one(id);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> studies.one(id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(tellEvery)
                .whilst(status -> !status.state().isOver() && !isEnding)
                .map(status -> event(sse, status));
    }

    private static OutboundSseEvent event(Sse sse, Status status) {
        return sse.newEventBuilder()
                .name(status.state().name().toLowerCase(Locale.ROOT))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Status.class, status)
                .build();
    }
}
