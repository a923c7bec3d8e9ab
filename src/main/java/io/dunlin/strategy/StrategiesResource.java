package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Slice;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class StrategiesResource {
    private final Overview overview;
    private final Versions versions;
    private final Moves moves;
    private final Strategies strategies;
    private final Clock clock;

    StrategiesResource(Overview overview, Versions versions, Moves moves, Strategies strategies, Clock clock) {
        this.overview = overview;
        this.versions = versions;
        this.moves = moves;
        this.strategies = strategies;
        this.clock = clock;
    }

    /**
     * @param from strategy whose live version is copied; or
     * @param files the files themselves, by path
     */
    public record New(String name, String by, String why, String from, Map<String, String> files) {}

    @GET
    @Operation(summary = "What decides, what does not because its files are wrong, and how each strategy stands")
    public List<Status> list() {
        return overview.all();
    }

    @GET
    @Path("{name}")
    @Operation(summary = "How one strategy stands; its ETag is what moving a pointer of it asks for")
    public RestResponse<Status> get(@PathParam("name") String name) {
        var status = overview.one(name);
        return RestResponse.ResponseBuilder.ok(status)
                .tag(Tags.of(status.revision()))
                .build();
    }

    @POST
    @Operation(summary = "A new strategy, as a draft: from files, or from another strategy's live version")
    public RestResponse<Status> create(New sent) {
        var signed = Signed.now(clock, sent.by(), sent.why());
        var name = FilesCheck.name(sent.name());
        var files = FilesCheck.of(name, sent.from() == null ? sent.files() : copied(sent.from(), name));
        if (moves.create(files, signed).isEmpty()) {
            throw Problem.CONFLICT.because("There is a strategy `" + name + "` already; change its draft instead.");
        }
        strategies.refresh();
        var status = overview.one(name);
        return RestResponse.ResponseBuilder.<Status>created(URI.create("/api/v1/strategies/" + name))
                .entity(status)
                .tag(Tags.of(status.revision()))
                .build();
    }

    private Map<String, String> copied(String from, String name) {
        var files = new TreeMap<>(versions.find(from, Versions.LIVE).files);
        files.computeIfPresent(
                StrategyFiles.MANIFEST, (path, text) -> text.replaceFirst("(?m)^name:.*$", "name: " + name));
        return files;
    }

    @GET
    @Path("{name}/history")
    @Operation(summary = "Who froze, approved, activated, challenged or rolled back what, when and why; newest first")
    public List<Status.Event> history(
            @PathParam("name") String name, @QueryParam("limit") @DefaultValue("100") int limit) {
        Slice.check(limit);
        return overview.history(name, limit);
    }
}
