package io.dunlin.strategy;

import io.dunlin.language.StrategyCompiler;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Which strategy the customers of a segment get. */
@Path("/api/v1/segments")
@Tag(name = "Strategies")
public class SegmentsResource {
    private final Moves moves;
    private final Strategies strategies;
    private final Clock clock;

    SegmentsResource(Moves moves, Strategies strategies, Clock clock) {
        this.moves = moves;
        this.strategies = strategies;
        this.clock = clock;
    }

    /** @param strategy null for the seller's default */
    public record Assignment(String strategy, String by, String why) {}

    /** @param strategy null where its customers get the seller's default */
    public record Segment(String segment, String strategy, Signed since) {
        static Segment of(SegmentRow row) {
            return new Segment(row.segment, row.strategy, new Signed(row.by, row.at, row.why));
        }
    }

    @GET
    @Operation(summary = "Every segment that was ever given a strategy of its own")
    public List<Segment> list() {
        return QuarkusTransaction.requiringNew().call(() -> SegmentRow.<SegmentRow>list("order by segment").stream()
                .map(Segment::of)
                .toList());
    }

    @GET
    @Path("{segment}")
    @Operation(summary = "The strategy of a segment; its ETag is what changing it asks for")
    public RestResponse<Segment> get(@PathParam("segment") String segment) {
        var row = find(segment);
        return answer(row == null ? new Segment(segment, null, null) : Segment.of(row), revision(row));
    }

    @PUT
    @Path("{segment}")
    @Operation(summary = "Gives a segment a strategy of its own, or back the default")
    public RestResponse<Segment> put(
            @PathParam("segment") String segment, @RestHeader("If-Match") String ifMatch, Assignment sent) {
        var signed = Signed.now(clock, sent.by(), sent.why());
        var seen = revision(find(segment));
        Tags.demand(ifMatch, seen, "/api/v1/segments/" + segment);
        refuseUnlessLive(segment, sent.strategy());
        var revision = moves.assign(segment, seen, sent.strategy(), signed);
        strategies.refresh();
        return answer(new Segment(segment, sent.strategy(), signed), revision);
    }

    private void refuseUnlessLive(String segment, String strategy) {
        var findings = new Findings();
        if (segment.length() > 100) {
            findings.field("segment", "has more than 100 characters, which no segment of a customer has.");
        }
        var names = strategies.live().names();
        if (strategy != null && (strategy.equals(StrategyCompiler.GUARD) || !names.contains(strategy))) {
            findings.at("/strategy", "must be a strategy that is live: one of " + String.join(", ", names) + ".");
        }
        findings.refuseIfAny(Problem.INVALID_FACTS);
    }

    private static SegmentRow find(String segment) {
        return QuarkusTransaction.requiringNew().call(() -> SegmentRow.findById(segment));
    }

    private static long revision(SegmentRow row) {
        return row == null ? 0 : row.revision;
    }

    private static RestResponse<Segment> answer(Segment segment, long revision) {
        return RestResponse.ResponseBuilder.ok(segment).tag(Tags.of(revision)).build();
    }
}
