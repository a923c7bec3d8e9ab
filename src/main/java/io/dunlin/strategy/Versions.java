package io.dunlin.strategy;

import io.dunlin.analysis.Checks;
import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What was frozen: never changed, never deleted, known by its content. */
@ApplicationScoped
public class Versions {
    static final String LIVE = "live";
    static final String DRAFT = "draft";

    private static final int SHORTEST = 6;

    private final Drafts drafts;
    private final Clock clock;

    Versions(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param isNew false where exactly these files were frozen before */
    record Frozen(StrategyVersionRow row, boolean isNew) {}

    /** Freezes the draft as somebody has seen it. What has errors stays a draft. */
    Frozen freeze(String name, String ifMatch, String by, String why) {
        var signed = Signed.now(clock, by, why);
        var seen = drafts.seen(name, ifMatch);
        var files = drafts.get(name).toFiles();
        refuseErrors(files);
        return QuarkusTransaction.requiringNew().call(() -> {
            var isNew = StrategyVersionRow.of(name, files.version()).isEmpty();
            var draft = Drafts.lock(name, seen);
            var row = StrategyVersionRow.keep(draft.toFiles(), signed, draft.authors, draft.basedOn);
            draft.isNow(row.version);
            return new Frozen(row, isNew);
        });
    }

    private static void refuseErrors(StrategyFiles files) {
        var report = Checks.of(files);
        if (report.hasErrors()) {
            var findings = new Findings();
            report.diagnostics().forEach(d -> findings.field(d.file(), d.toString()));
            throw Problem.REFUSED_STRATEGY.because(
                    "The draft has errors and stays a draft. POST …/draft/check tells them with line and column.",
                    findings);
        }
    }

    List<StrategyVersionRow> all(String name) {
        return QuarkusTransaction.requiringNew().call(() -> StrategyVersionRow.all(name));
    }

    /** By its hash or the beginning of it, or {@code live}. */
    StrategyVersionRow find(String name, String version) {
        return QuarkusTransaction.requiringNew().call(() -> {
            StrategyRow strategy = StrategyRow.findById(name);
            if (strategy == null) {
                throw Problem.NOT_FOUND.because("There is no strategy `" + name + "`.");
            }
            var wanted = version.equals(LIVE) && strategy.live != null ? strategy.activation().version : version;
            return oneOf(name, wanted);
        });
    }

    private static StrategyVersionRow oneOf(String name, String version) {
        List<StrategyVersionRow> found = version.matches("[0-9a-f]{" + SHORTEST + ",64}")
                ? StrategyVersionRow.list("name = ?1 and version like ?2", name, version + "%")
                : List.of();
        if (found.size() != 1) {
            throw Problem.NOT_FOUND.because(
                    found.isEmpty()
                            ? "`" + name + "` has no version `" + version + "`; GET /api/v1/strategies/" + name
                                    + "/versions lists them."
                            : "Several versions begin with `" + version + "`; give more of it.");
        }
        return found.get(0);
    }

    /** The files behind a name that may also be {@code draft}. */
    public StrategyFiles filesOf(String name, String version) {
        return version.equals(DRAFT)
                ? drafts.get(name).toFiles()
                : find(name, version).toFiles();
    }

    static StrategyFiles files(String name, String version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> StrategyVersionRow.of(name, version).map(StrategyVersionRow::toFiles))
                .orElseThrow(() -> new IllegalStateException("version " + version + " of " + name + " is not kept"));
    }
}
