package io.dunlin.cli;

import io.dunlin.language.Compiled;
import io.dunlin.scenario.RuleCoverage;
import io.dunlin.scenario.ScenarioReport;
import io.dunlin.scenario.ScenarioResult;
import io.dunlin.scenario.ScenarioResult.Finding;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Scenarios that came out otherwise, for the person who wrote them; and what all of them show. */
final class TestText {
    private final PrintWriter out;
    private final Path folder;
    private final boolean withCoverage;

    TestText(PrintWriter out, Path folder, boolean withCoverage) {
        this.out = out;
        this.folder = folder;
        this.withCoverage = withCoverage;
    }

    void print(ScenarioReport report, Compiled version, Compiled guard) {
        report.results().stream().filter(r -> r.outcome() != Outcome.PASS).forEach(this::print);
        if (withCoverage) {
            list(report.coverage());
        }
        out.printf(
                Locale.ROOT,
                "%s (%s) under %s (%s): %d scenarios, %d passed, %d failed, %d errors%n",
                version.name(),
                version.version().substring(0, 12),
                guard.name(),
                guard.version().substring(0, 12),
                report.results().size(),
                report.count(Outcome.PASS),
                report.count(Outcome.FAIL),
                report.count(Outcome.ERROR));
        print(report.coverage());
    }

    private void print(ScenarioResult result) {
        out.println(result.outcome() + " " + place(result.file(), result.line()) + "  " + result.name());
        String day = null;
        for (var finding : result.findings()) {
            if (finding.day() != null && !finding.day().equals(day)) {
                day = finding.day();
                out.println("  " + day);
            }
            print(finding, result.file());
        }
        out.println();
    }

    private void print(Finding finding, String file) {
        if (finding.expected() == null) {
            out.println("  " + place(file, finding.line()) + "  " + finding.message());
            return;
        }
        out.printf(Locale.ROOT, "  %-9s expected  %s%n", finding.message(), finding.expected());
        out.printf(Locale.ROOT, "  %-9s got       %s%n", "", finding.got());
        for (int i = 0; i < finding.why().size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "  %-9s %s  %s%n",
                    "",
                    i == 0 ? "why     " : "        ",
                    finding.why().get(i));
        }
    }

    private void print(RuleCoverage coverage) {
        var all = coverage.rules().size();
        out.printf(
                Locale.ROOT,
                "rules: %d of %d shown to fire, %d of %d shown to stay silent%n",
                all - coverage.neverFired().size(),
                all,
                all - coverage.neverSilent().size(),
                all);
        var open = coverage.conditions() - coverage.shownConditions() - coverage.namedGaps();
        out.printf(
                Locale.ROOT,
                "conditions: %d of %d shown to decide both ways, %d cannot be shown, %d open%s%n",
                coverage.shownConditions(),
                coverage.conditions(),
                coverage.namedGaps(),
                open,
                withCoverage || open == 0 ? "" : " (--coverage lists them)");
    }

    private void list(RuleCoverage coverage) {
        for (var rule : coverage.rules()) {
            line(rule.fired(), rule.silent(), place(rule.file(), rule.line()), rule.rule() + " " + rule.title());
            for (var c : rule.conditions()) {
                var because = c.gap() == null ? "" : "  (cannot be shown: " + c.gap() + ")";
                var what = "    " + c.condition() + because;
                line(c.held(), c.failed(), place(rule.file(), c.line()) + ":" + c.column(), what);
            }
        }
        out.println();
    }

    private void line(boolean fires, boolean silent, String where, String what) {
        var marks = (fires ? "fires" : "-    ") + "  " + (silent ? "silent" : "-     ");
        out.println(marks + "  " + where + "  " + what);
    }

    private String place(String file, int line) {
        return folder.resolve(file) + (line > 0 ? ":" + line : "");
    }
}
