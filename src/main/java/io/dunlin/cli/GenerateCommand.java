package io.dunlin.cli;

import io.dunlin.generator.Generator;
import io.dunlin.generator.PortfolioWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description =
                "Writes a synthetic portfolio of any size as CSV files with their mapping. The same customers, seed"
                        + " and as-of day give the same bytes on every machine.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 9_999_999;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--customers",
            required = true,
            paramLabel = "N",
            description = "How many customers; each has about 13 invoices.")
    private int customers;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Any whole number (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Directory to write to; made if absent.")
    private Path output;

    @Option(
            names = "--as-of",
            defaultValue = "2026-06-30",
            paramLabel = "DATE",
            description = "The day the portfolio is seen on (default: ${DEFAULT-VALUE}).")
    private LocalDate asOf;

    @Option(names = "--json", description = "Say what was written as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        if (customers < 1 || customers > MOST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.format(Locale.ROOT, "--customers must be between 1 and %,d", MOST));
        }
        var err = spec.commandLine().getErr();
        long invoices = 0;
        try (var writer = new PortfolioWriter(output);
                var progress = new Progress("generating", "customers", customers, err, quiet)) {
            for (int number = 1; number <= customers; number++) {
                var account = Generator.account(number, seed, asOf);
                writer.write(account);
                invoices += account.invoices().size();
                progress.at(number, customers);
            }
            writer.finish("generated, " + customers + " customers, seed " + seed, asOf, Generator.rates());
        }
        report(invoices);
        return 0;
    }

    private void report(long invoices) throws Exception {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Written(output.toString(), customers, invoices, seed, asOf)));
        } else if (!quiet) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%,d customers with %,d invoices written to %s%nnext: dunlin decide --portfolio %s --as-of %s%n",
                            customers,
                            invoices,
                            output,
                            output,
                            asOf);
        }
    }

    private record Written(String output, int customers, long invoices, long seed, LocalDate asOf) {}
}
