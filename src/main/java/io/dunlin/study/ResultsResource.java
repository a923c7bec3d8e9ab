package io.dunlin.study;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dunlin.problem.Slice;
import io.dunlin.simulation.Change;
import io.dunlin.simulation.Comparison;
import io.dunlin.study.DocumentRow.Kind;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What simulations came to. */
@Path("/api/v1/simulations/{id}")
@Tag(name = "Simulations")
public class ResultsResource {
    private final Results results;

    ResultsResource(Results results) {
        this.results = results;
    }

    @GET
    @Path("result")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole comparison, as `./dunlin simulate --json` prints it; 409 while there is none")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Comparison.class)))
    public byte[] result(@PathParam("id") String id) {
        return results.document(id, Kind.RESULT);
    }

    @GET
    @Path("report")
    @Produces("text/html;charset=UTF-8")
    @Operation(summary = "The comparison as one HTML file, to read, to send, to print; 409 while there is none")
    public byte[] report(@PathParam("id") String id) {
        return results.document(id, Kind.REPORT);
    }

    /** As it was kept; nothing is gained by reading it once more. */
    @Schema(implementation = Change.class)
    public record Line(@JsonValue @JsonRawValue String json) {}

    /** @param next pass it as {@code after} to get the next page; null on the last one */
    public record Page(List<Line> changes, String next) {}

    @GET
    @Path("changes")
    @Operation(
            summary = "Every changed invoice with both decisions and why, page by page, in the order of the customers")
    public RestResponse<Page> changes(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var slice = Slice.of(limit, most -> results.changes(id, Cursor.parse(after), most));
        var lines = slice.rows().stream().map(row -> new Line(row.body)).toList();
        if (slice.last() == null) {
            return RestResponse.ok(new Page(lines, null));
        }
        var next = Cursor.of(slice.last()).toString();
        return RestResponse.ResponseBuilder.ok(new Page(lines, next))
                .header(
                        "Link",
                        "</api/v1/simulations/" + id + "/changes?after=" + next + "&limit=" + limit + ">; rel=\"next\"")
                .build();
    }

    @GET
    @Path("rejects")
    @Operation(summary = "The first thousand rows and customers that are left out, and why; at any time")
    public List<String> rejects(@PathParam("id") String id) {
        return results.leftOut(id);
    }
}
