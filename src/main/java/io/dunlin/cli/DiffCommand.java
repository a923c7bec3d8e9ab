package io.dunlin.cli;

import io.dunlin.analysis.FileDiff;
import io.dunlin.analysis.StrategyDiff;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = "Says what is different between two strategies, rule by rule and number by number.",
        footer = {"", "Exit code: 0 no difference, 1 differences or failure, 2 wrong usage."},
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Directory of the strategy as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "Directory of the strategy as it is to be.")
    private Path after;

    @Option(names = "--text", description = "Also line by line, as `diff -u` writes it.")
    private boolean text;

    @Option(names = "--json", description = "One document, with the differences line by line.")
    private boolean json;

    @Override
    public Integer call() throws IOException, StrategyRefused, Failure {
        var a = read(before);
        var b = read(after);
        try {
            var diff = StrategyDiff.between(StrategyCompiler.compile(a), StrategyCompiler.compile(b));
            print(diff);
            return diff.hasDifferences() ? 1 : 0;
        } catch (StrategyRefused e) {
            // What cannot be read as rules can still be compared as text.
            if (!json) {
                FileDiff.between(a, b).forEach(this::print);
            }
            throw e;
        }
    }

    private void print(StrategyDiff diff) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(diff));
            return;
        }
        DiffText.print(diff, out);
        if (text) {
            diff.files().forEach(this::print);
        }
    }

    private void print(FileDiff file) {
        spec.commandLine().getOut().print(file.unified());
    }

    private static StrategyFiles read(Path directory) throws IOException, Failure {
        if (!Files.isRegularFile(directory.resolve(StrategyFiles.MANIFEST))) {
            throw new Failure("`" + directory + "` is not a strategy: it has no " + StrategyFiles.MANIFEST);
        }
        return StrategyFiles.read(directory);
    }
}
