package io.dunlin.strategy;

import io.dunlin.strategy.Gate.Report;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The one draft of a strategy: read, replaced whole, checked. */
@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class DraftResource {
    private final Drafts drafts;
    private final Strategies strategies;
    private final Gate gate;
    private final Clock clock;

    DraftResource(Drafts drafts, Strategies strategies, Gate gate, Clock clock) {
        this.drafts = drafts;
        this.strategies = strategies;
        this.gate = gate;
        this.clock = clock;
    }

    /** @param files every file, by its path inside the folder; what is left out is deleted */
    public record Edit(String by, String why, Map<String, String> files) {}

    /**
     * @param version the hash these files would have as a version
     * @param basedOn the version it was made from
     * @param authors everybody who edited it since
     */
    public record Draft(
            String name,
            String version,
            String basedOn,
            boolean frozen,
            SortedSet<String> authors,
            Signed last,
            Map<String, String> files) {
        static RestResponse<Draft> of(DraftRow row) {
            var files = row.toFiles();
            var last = new Signed(row.by, row.at, row.why);
            var draft =
                    new Draft(row.name, files.version(), row.basedOn, row.isFrozen(), row.authors, last, files.files());
            return RestResponse.ResponseBuilder.ok(draft)
                    .tag(Tags.of(row.revision))
                    .build();
        }
    }

    @GET
    @Path("{name}/draft")
    @Operation(summary = "The draft with all its files; its ETag is what changing it asks for")
    public RestResponse<Draft> get(@PathParam("name") String name) {
        return Draft.of(drafts.get(name));
    }

    @PUT
    @Path("{name}/draft")
    @Operation(summary = "Replaces the whole draft; it may be as broken as work in progress is")
    public RestResponse<Draft> put(@PathParam("name") String name, @RestHeader("If-Match") String ifMatch, Edit edit) {
        var signed = Signed.now(clock, edit.by(), edit.why());
        return Draft.of(drafts.put(name, ifMatch, FilesCheck.of(name, edit.files()), signed));
    }

    @GET
    @Path("{name}/draft/folder.zip")
    @Produces("application/zip")
    @Operation(summary = "The draft as the folder it would be")
    public byte[] download(@PathParam("name") String name) {
        return FolderZip.write(drafts.get(name).toFiles());
    }

    @PUT
    @Path("{name}/draft/folder.zip")
    @Consumes("application/zip")
    @Operation(summary = "Replaces the whole draft by a zipped folder")
    public RestResponse<Draft> upload(
            @PathParam("name") String name,
            @RestHeader("If-Match") String ifMatch,
            @QueryParam("by") String by,
            @QueryParam("why") String why,
            InputStream body)
            throws IOException {
        var signed = Signed.now(clock, by, why);
        return Draft.of(drafts.put(name, ifMatch, FilesCheck.of(name, FolderZip.read(body)), signed));
    }

    @PUT
    @Path("{name}/draft/tables/{table}")
    @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Operation(summary = "Puts one decision table into the draft; a spreadsheet (.xlsx) is kept as the CSV it holds")
    public RestResponse<Draft> table(
            @PathParam("name") String name,
            @PathParam("table") String table,
            @RestHeader("If-Match") String ifMatch,
            @QueryParam("by") String by,
            @QueryParam("why") String why,
            byte[] body) {
        var signed = Signed.now(clock, by, why);
        var files = new TreeMap<>(drafts.get(name).toFiles().files());
        TableUpload.putTable(files, table, body);
        return Draft.of(drafts.put(name, ifMatch, FilesCheck.of(name, files), signed));
    }

    @POST
    @Path("{name}/draft/check")
    @Operation(
            summary = "Everything that is wrong or doubtful in the draft's files, and what its scenarios say; with "
                    + "words=true only what reading alone can tell, in milliseconds")
    public Report check(@PathParam("name") String name, @QueryParam("words") @DefaultValue("false") boolean words) {
        var files = drafts.get(name).toFiles();
        return words ? gate.words(files) : gate.files(files, strategies.live());
    }
}
