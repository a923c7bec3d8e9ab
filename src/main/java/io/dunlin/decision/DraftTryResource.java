package io.dunlin.decision;

import io.dunlin.analysis.Checks;
import io.dunlin.engine.Answer;
import io.dunlin.language.Compiled;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.Drafts;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a draft would say to facts in the body. */
@Path("/api/v1/strategies")
@Tag(name = "Strategies")
public class DraftTryResource {
    private final NextBestAction next;
    private final Drafts drafts;

    DraftTryResource(NextBestAction next, Drafts drafts) {
        this.next = next;
        this.drafts = drafts;
    }

    @POST
    @Path("{name}/draft/try")
    @Operation(summary = "Decides the given facts with the draft and the live guard; nothing is stored")
    public Answer decide(@PathParam("name") String name, Facts facts) {
        return next.tried(compiled(name), facts);
    }

    private Compiled compiled(String name) {
        var report = Checks.of(drafts.files(name));
        if (report.hasErrors()) {
            var findings = new Findings();
            report.diagnostics().forEach(d -> findings.field(d.file(), d.toString()));
            throw Problem.REFUSED_STRATEGY.because("The draft has errors and decides nothing.", findings);
        }
        return report.compiled();
    }
}
