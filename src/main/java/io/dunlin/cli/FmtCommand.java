package io.dunlin.cli;

import io.dunlin.language.Formatting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fmt",
        description = "Lays the rule files of a strategy out; what they say stays the same to the last word.",
        footer = {
            "",
            "Exit code: 0 good, 1 a file cannot be read and was left alone, or with --check is not laid out, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class FmtCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of a strategy, or of several such directories.")
    private Path directory;

    @Option(names = "--check", description = "Write nothing, only name the files that would change.")
    private boolean check;

    @Override
    public Integer call() throws Exception {
        int exit = 0;
        for (var folder : StrategyFolders.in(directory)) {
            var formatting = Formatting.of(StrategyFolders.read(folder));
            for (var file : formatting.changed().keySet()) {
                if (!check) {
                    write(folder.resolve(file), formatting.changed().get(file));
                }
                spec.commandLine().getOut().println(folder.resolve(file));
            }
            for (var refused : formatting.refused()) {
                spec.commandLine().getErr().println("left alone: " + folder.resolve(refused.toString()));
            }
            boolean bad = !formatting.refused().isEmpty()
                    || (check && !formatting.changed().isEmpty());
            exit = bad ? 1 : exit;
        }
        return exit;
    }

    /** Whole or not at all: a full disk must not cost anybody a rule. */
    private static void write(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
