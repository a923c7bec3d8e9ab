package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.dunlin.strategy.Gate.Report;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Which strategy the customers of a segment get. */
@Path("/api/v1/segments")
@Tag(name = "Strategies")
public class SegmentsResource {
    private final Assignments assignments;

    SegmentsResource(Assignments assignments) {
        this.assignments = assignments;
    }

    /**
     * @param strategy null where its customers get the seller's default
     * @param report what the checks said; null where none was made
     */
    public record Segment(String segment, String strategy, Signed since, Report report) {
        static Segment of(SegmentRow row) {
            return new Segment(row.segment, row.strategy, new Signed(row.by, row.at, row.why), null);
        }
    }

    /** @param version of the strategy that was agreed to */
    public record Approval(String segment, String strategy, String version, Budget budget, Signed since) {
        static Approval of(SegmentApprovalRow row) {
            var signed = new Signed(row.by, row.at, row.why);
            return new Approval(
                    row.segment, row.strategy, row.version, row.word().budget(), signed);
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
        var row = QuarkusTransaction.requiringNew().call(() -> SegmentRow.<SegmentRow>findById(segment));
        return row == null ? answer(new Segment(segment, null, null, null), 0) : answer(Segment.of(row), row.revision);
    }

    @PUT
    @Path("{segment}")
    @Operation(
            summary =
                    "Gives a segment a strategy of its own, or back the default, if every check agrees; with trial=true "
                            + "only says what the checks say")
    public RestResponse<Segment> put(
            @PathParam("segment") String segment,
            @RestHeader("If-Match") String ifMatch,
            @QueryParam("trial") @DefaultValue("false") boolean trial,
            Assignments.Request request) {
        var assigned = assignments.assign(segment, request, ifMatch, trial);
        var since = trial ? null : assigned.signed();
        return answer(new Segment(segment, request.strategy(), since, assigned.report()), assigned.revision());
    }

    @POST
    @Path("{segment}/approvals")
    @Operation(summary = "A second person agrees that a segment gets a strategy, and says how much that may change")
    public Approval agree(@PathParam("segment") String segment, Assignments.Agreement agreement) {
        return Approval.of(assignments.agree(segment, agreement));
    }

    private static RestResponse<Segment> answer(Segment segment, long revision) {
        return RestResponse.ResponseBuilder.ok(segment).tag(Tags.of(revision)).build();
    }
}
