package io.dunlin.cli;

import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.ScenarioReport;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = "Runs the scenarios of a strategy, or of the guard.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of the strategy, such as rules/standard.")
    private Path strategy;

    @Option(
            names = "--guard",
            paramLabel = "DIR",
            description = "Directory of the guard (default: `guard` beside the strategy).")
    private Path guard;

    @Option(
            names = "--coverage",
            description = "Also list every rule and condition, and whether a scenario shows it both ways.")
    private boolean coverage;

    @Option(names = "--json", description = "Results and coverage as one line of JSON.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private Path junit;

    @Override
    public Integer call() throws Exception {
        var version = Policies.compile(strategy);
        var judge = version.name().equals(StrategyCompiler.GUARD) ? version : Policies.guard(strategy, guard);
        var report = ScenarioReport.of(version, judge);
        if (report.results().isEmpty()) {
            throw new Failure("`" + strategy + "` has no scenarios; write some into `"
                    + strategy.resolve(StrategyFiles.SCENARIOS) + "`");
        }
        if (junit != null) {
            JunitXml.write(report, version, LocalDateTime.now(), junit);
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(TestDocument.of(report, version, judge)));
        } else {
            new TestText(out, strategy, coverage).print(report, version, judge);
        }
        return report.passed() ? 0 : 1;
    }
}
