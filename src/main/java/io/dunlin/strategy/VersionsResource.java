package io.dunlin.strategy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dunlin.analysis.Checks;
import io.dunlin.analysis.FileDiff;
import io.dunlin.analysis.StrategyDiff;
import io.dunlin.language.StrategyFiles;
import io.dunlin.strategy.Gate.Report;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions: frozen, compared, agreed to, put live and taken back. */
@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class VersionsResource {
    private final Versions versions;
    private final Approvals approvals;
    private final Activation activation;
    private final Overview overview;

    VersionsResource(Versions versions, Approvals approvals, Activation activation, Overview overview) {
        this.versions = versions;
        this.approvals = approvals;
        this.activation = activation;
        this.overview = overview;
    }

    public record Note(String by, String why) {}

    /** @param files null in a list */
    public record Version(
            String name,
            String version,
            String basedOn,
            SortedSet<String> authors,
            Signed frozen,
            Map<String, String> files) {
        static Version of(StrategyVersionRow row, Map<String, String> files) {
            var frozen = new Signed(row.by, row.storedAt, row.why);
            return new Version(row.name, row.version, row.basedOn, row.authors, frozen, files);
        }
    }

    /**
     * @param files every file that differs, line by line
     * @param changes what that means for the rules; null where one side has errors, so that nobody can say
     */
    public record Diff(
            String a,
            String b,
            List<FileDiff> files,
            @JsonIgnoreProperties("files") StrategyDiff changes) {
        static Diff of(StrategyFiles a, StrategyFiles b) {
            var before = Checks.of(a).compiled();
            var after = Checks.of(b).compiled();
            var changes = before == null || after == null ? null : StrategyDiff.between(before, after);
            return new Diff(a.version(), b.version(), FileDiff.between(a, b), changes);
        }
    }

    /** What a move led to: how the strategy stands now, and what every check said. */
    public record Moved(Status strategy, Report report) {}

    @POST
    @Path("{name}/versions")
    @Operation(summary = "Freezes the draft: from now on these files are a version that never changes")
    public RestResponse<Version> freeze(
            @PathParam("name") String name, @RestHeader("If-Match") String ifMatch, Note note) {
        var frozen = versions.freeze(name, ifMatch, note.by(), note.why());
        var version = Version.of(frozen.row(), null);
        var address = URI.create("/api/v1/strategies/" + name + "/versions/" + version.version());
        return (frozen.isNew()
                        ? RestResponse.ResponseBuilder.<Version>created(address)
                        : RestResponse.ResponseBuilder.<Version>ok().location(address))
                .entity(version)
                .build();
    }

    @GET
    @Path("{name}/versions")
    @Operation(summary = "Every version there ever was, newest first")
    public List<Version> list(@PathParam("name") String name) {
        overview.one(name);
        return versions.all(name).stream().map(row -> Version.of(row, null)).toList();
    }

    @GET
    @Path("{name}/versions/{version}")
    @Operation(summary = "One version with its files; the beginning of its hash will do, or `live`")
    public Version get(@PathParam("name") String name, @PathParam("version") String version) {
        var row = versions.find(name, version);
        return Version.of(row, row.files);
    }

    @GET
    @Path("{name}/versions/{version}/folder.zip")
    @Produces("application/zip")
    @Operation(summary = "One version as the folder it was")
    public byte[] download(@PathParam("name") String name, @PathParam("version") String version) {
        return FolderZip.write(versions.find(name, version).toFiles());
    }

    @GET
    @Path("{name}/versions/{a}/diff/{b}")
    @Operation(
            summary = "What differs between two versions, in words and in rules; `live` and `draft` can be named too")
    public Diff diff(@PathParam("name") String name, @PathParam("a") String a, @PathParam("b") String b) {
        return Diff.of(versions.filesOf(name, a), versions.filesOf(name, b));
    }

    @POST
    @Path("{name}/versions/{version}/approvals")
    @Operation(summary = "A second person agrees to a version, and says how much of the book it may change")
    public Status.Event approve(
            @PathParam("name") String name, @PathParam("version") String version, Approvals.Request request) {
        approvals.approve(name, version, request);
        return overview.history(name, 1).get(0);
    }

    @POST
    @Path("{name}/versions/{version}/activate")
    @Operation(summary = "Puts a version live, if every check agrees; with trial=true only says what the checks say")
    public RestResponse<Moved> activate(
            @PathParam("name") String name,
            @PathParam("version") String version,
            @RestHeader("If-Match") String ifMatch,
            @QueryParam("trial") @DefaultValue("false") boolean trial,
            Activation.Request request) {
        return moved(name, activation.activate(name, version, request, ifMatch, trial));
    }

    @POST
    @Path("{name}/rollback")
    @Operation(summary = "Puts back what was live before")
    public RestResponse<Moved> rollBack(
            @PathParam("name") String name, @RestHeader("If-Match") String ifMatch, Note note) {
        activation.rollBack(name, note.by(), note.why(), ifMatch);
        return moved(name, null);
    }

    @PUT
    @Path("{name}/challenger")
    @Operation(summary = "Gives a version a share of the customers, if every check agrees; 0 percent ends it")
    public RestResponse<Moved> challenge(
            @PathParam("name") String name, @RestHeader("If-Match") String ifMatch, Activation.Share share) {
        return moved(name, activation.challenge(name, share, ifMatch));
    }

    private RestResponse<Moved> moved(String name, Report report) {
        var status = overview.one(name);
        return RestResponse.ResponseBuilder.ok(new Moved(status, report))
                .tag(Tags.of(status.revision()))
                .build();
    }
}
