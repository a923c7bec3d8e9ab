package io.dunlin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line without the service: starts in a moment, needs no database. {@code serve} is the launcher's. */
@Command(
        name = "dunlin",
        description = "Decides what to do next about every unpaid invoice, and says why.",
        footer = {
            "",
            "`dunlin serve` (the default) starts the service.",
            "Data goes to standard output, all else to standard error.",
            "Exit code: 0 good, 1 findings or failure, 2 wrong usage."
        },
        subcommands = {
            CheckCommand.class,
            DecideCommand.class,
            DiffCommand.class,
            FmtCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            SimulateCommand.class,
            TestCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "dunlin 0.1.0")
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        // Without it the log manager on the class path complains on standard error.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // Until Quarkus configures it, and here it never does, everything down to Drools' trace is worded and kept.
        Logger.getLogger("").setLevel(Level.WARNING);
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var exit = run(out, err, arguments);
        out.flush();
        System.exit(exit);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var command = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Main::date)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours()))
                .setExecutionExceptionHandler((problem, line, result) -> {
                    if (!isGoingDown()) {
                        err.println(Complaint.inWords(problem));
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
        try {
            return command.execute(arguments);
        } catch (LinkageError e) {
            err.println(Complaint.inWords(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("`" + text + "` is no date; write it like 2026-01-31");
        }
    }

    /** Whoever pressed Ctrl-C need not be told that files are missing which were just removed because of it. */
    private static boolean isGoingDown() {
        var probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static Ansi colours() {
        return System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF;
    }

    @Override
    public void run() {
        var verbs = String.join(", ", new TreeSet<>(spec.subcommands().keySet()));
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: " + verbs + " or serve");
    }
}
