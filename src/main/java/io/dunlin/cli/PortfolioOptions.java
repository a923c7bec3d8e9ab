package io.dunlin.cli;

import io.dunlin.mapping.MappingException;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which portfolio a command reads, and how it tells of what it reads. */
final class PortfolioOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--portfolio",
            required = true,
            paramLabel = "FILE",
            description =
                    "A file of invoices (CSV or Parquet), a directory of files, or a pattern such as 'x/*.parquet'.")
    private Path portfolio;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "What the columns mean: a mapping file or the name of one that comes with Dunlin, such as ibm-late-payments. A directory may bring its own mapping.yaml.")
    private String mapping;

    @Option(names = "--rejects", paramLabel = "FILE", description = "List every row and customer left out, and why.")
    private Path rejects;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    interface Reading {
        Portfolio open(Rejects rejects) throws Exception;
    }

    PortfolioFiles files() throws IOException, MappingException, UnreadableFile {
        return PortfolioFiles.of(portfolio, mapping);
    }

    Rejects rejects() throws IOException {
        return new Rejects(err(), rejects);
    }

    /**
     * @param more that is read besides
     * @param written besides the list of rejects
     */
    void refuseToOverwrite(PortfolioFiles files, List<Path> more, Path... written) throws IOException, Failure {
        var read = new ArrayList<>(more);
        read.addAll(files.mappings().keySet());
        read.add(mapping == null ? portfolio.resolve(PortfolioFiles.MAPPING) : Path.of(mapping));
        var all = new ArrayList<>(Arrays.asList(written));
        all.add(rejects);
        Inputs.refuseToOverwrite(read, all.toArray(Path[]::new));
    }

    Portfolio read(Rejects told, Reading reading) throws Exception {
        try (var progress = progress("reading", "KiB", 0)) {
            told.showing(progress);
            return reading.open(told);
        }
    }

    Progress progress(String doing, String unit, long all) {
        return new Progress(doing, unit, all, err(), quiet);
    }

    boolean quiet() {
        return quiet;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
