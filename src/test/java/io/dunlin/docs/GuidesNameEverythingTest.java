package io.dunlin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.cli.InProcess;
import io.dunlin.engine.Answer;
import io.dunlin.engine.Choice;
import io.dunlin.experiment.Course;
import io.dunlin.experiment.Line;
import io.dunlin.experiment.Metric;
import io.dunlin.experiment.ReadOut;
import io.dunlin.experiment.SampleRatio;
import io.dunlin.experiment.Verdict;
import io.dunlin.experiment.Warning;
import io.dunlin.ledger.ImportReport;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a reader meets in an answer or can ask for is left out of the guides, and no link leads nowhere. */
class GuidesNameEverythingTest {
    private static final Path INTEGRATOR = Path.of("docs/integrator.md");
    private static final Path ANALYST = Path.of("docs/analyst.md");

    @Test
    void everyBlockerSaysWhoLiftsItAndHowItEnds() {
        for (var code : Blocker.Code.values()) {
            assertThat(text(INTEGRATOR)).containsPattern("\\| `" + code + "` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|");
        }
    }

    @Test
    void everyErrorIsThereWithItsStatus() {
        for (var problem : Problem.values()) {
            assertThat(text(INTEGRATOR))
                    .containsPattern("\\| `" + problem.code() + "` \\| " + problem.status() + " \\| [^|]+ \\|");
        }
    }

    @Test
    void everyFieldOfAnAnswerIsExplained() {
        Stream.of(
                        Answer.class,
                        Answer.OfInvoice.class,
                        Answer.OfStrategy.class,
                        Choice.class,
                        Choice.Experiment.class,
                        Decision.PolicyVersion.class,
                        Decision.Verdict.class,
                        Decision.Step.class,
                        Decision.Reason.class,
                        Decision.RunnerUp.class,
                        Blocker.class,
                        ImportReport.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                .filter(name -> !List.of("verdict", "choice").contains(name))
                .forEach(name -> assertThat(text(INTEGRATOR)).contains("`" + name + "`"));
        for (var way : Choice.ChosenBy.values()) {
            assertThat(text(INTEGRATOR)).contains("`" + way + "`");
        }
        for (var reason : Decision.LostBecause.values()) {
            assertThat(text(INTEGRATOR)).contains("`" + reason + "`");
        }
    }

    @Test
    void everyFigureOfAnExperimentIsExplained() {
        Stream.of(ReadOut.class, ReadOut.OfArm.class, Line.class, Line.Side.class, Course.class, SampleRatio.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                .filter(name -> !List.of("schemaVersion", "strategy", "days", "metrics", "metric", "to", "from", "id")
                        .contains(name))
                .forEach(name -> assertThat(text(INTEGRATOR)).contains("`" + name + "`"));
        Stream.of(Metric.values(), Metric.Measure.values(), Warning.Code.values(), Verdict.Code.values())
                .flatMap(Arrays::stream)
                .forEach(word -> assertThat(text(INTEGRATOR)).contains("`" + word + "`"));
    }

    @Test
    void everyActionIsInTheGuides() {
        var rules = text(Path.of("rules/README.md"));
        for (var action : Action.values()) {
            var guide = action.stage() == Action.Stage.NONE ? text(INTEGRATOR) : rules;
            assertThat(guide).contains("`" + action + "`");
        }
    }

    @Test
    void everyOptionOfEveryCommandIsExplained() {
        for (var command : List.of("decide", "simulate", "import", "generate")) {
            var help = InProcess.run(command, "--help").out();
            var options =
                    Pattern.compile("--[a-z][a-z-]+").matcher(help).results().map(m -> m.group());
            assertThat(options.distinct()).isNotEmpty().allSatisfy(option -> assertThat(text(ANALYST))
                    .contains("`" + option));
        }
    }

    @Test
    void everyKeyThatTheServiceKnowsIsInTheReadme() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var configs = sources.filter(file -> file.toString().endsWith("Config.java"))
                    .map(GuidesNameEverythingTest::text)
                    .toList();
            assertThat(configs).isNotEmpty();
            configs.forEach(GuidesNameEverythingTest::explained);
        }
    }

    private static void explained(String config) {
        var prefix = Pattern.compile("prefix = \"([a-z.]+)\"").matcher(config);
        assertThat(prefix.find()).isTrue();
        Pattern.compile("(?m)^    \\w+ (\\w+)\\(\\);$")
                .matcher(config)
                .results()
                .forEach(key -> {
                    var dashed = key.group(1).replaceAll("([A-Z])", "_$1");
                    var variable =
                            (prefix.group(1).replace('.', '_') + "_" + dashed).toUpperCase(java.util.Locale.ROOT);
                    assertThat(text(Path.of("README.md"))).contains("`" + variable + "`");
                });
    }

    @Test
    void everyRoomIsInTheReadme() throws IOException {
        try (var rooms = Files.list(Path.of("src/main/java/io/dunlin"))) {
            assertThat(rooms.filter(Files::isDirectory).map(Path::getFileName))
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(text(Path.of("README.md"))).contains("| `" + room + "` |"));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (var files = Stream.of("README.md", "docs", "rules").flatMap(GuidesNameEverythingTest::markdown)) {
            files.forEach(file -> Pattern.compile("\\]\\(([^)]+)\\)")
                    .matcher(text(file))
                    .results()
                    .forEach(link -> resolves(file, link.group(1))));
        }
    }

    private static Stream<Path> markdown(String root) {
        try {
            return Files.walk(Path.of(root)).filter(file -> file.toString().endsWith(".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resolves(Path file, String link) {
        if (link.contains("://")) {
            return;
        }
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
        assertThat(target).as(file + " links to it").exists();
        if (parts.length == 2) {
            var headings = text(target)
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^a-z0-9 -]", "")
                            .replace(' ', '-'));
            assertThat(headings).as("headings of " + target).contains(parts[1]);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
