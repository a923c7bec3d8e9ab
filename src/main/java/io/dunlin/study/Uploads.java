package io.dunlin.study;

import io.dunlin.mapping.MappingException;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Files of a portfolio on their way into the database and out again. */
final class Uploads {
    private static final Duration LONGEST = Duration.ofHours(1);

    private Uploads() {}

    /** Which file is read how. One file is a portfolio by itself, several are a folder. */
    static PortfolioFiles in(Path folder, List<String> names, Request.Mapping mapping) throws IOException {
        try {
            var portfolio = names.size() == 1 ? folder.resolve(names.get(0)) : folder;
            var files = PortfolioFiles.described(portfolio, mapping.folder());
            refuseUndescribed(files, folder, names);
            return files;
        } catch (UnreadableFile e) {
            throw unreadable(e.getMessage().replace(folder.toString(), "the upload"));
        } catch (MappingException e) {
            var findings = new Findings();
            e.findings().forEach(finding -> findings.field("mapping", finding.toString()));
            throw Problem.INVALID_FILE.because("The mapping cannot be used: " + e.getMessage() + ".", findings);
        }
    }

    /** A file that nobody reads would be missing silently. */
    private static void refuseUndescribed(PortfolioFiles files, Path folder, List<String> names) {
        var findings = new Findings();
        names.stream()
                .filter(name -> !files.mappings().containsKey(folder.resolve(name)))
                .forEach(name -> findings.field("file", "the mapping does not say how to read `" + name + "`."));
        findings.refuseIfAny(Problem.INVALID_FILE);
    }

    static Refusal unreadable(String message) {
        return Problem.INVALID_FILE.because(
                "The portfolio cannot be read: " + message + (message.endsWith("?") ? "" : "."));
    }

    static void keep(String study, Path folder, List<String> names) {
        try {
            for (var name : names) {
                try (var in = Files.newInputStream(folder.resolve(name))) {
                    UploadRow.keep(study, name, in);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void restore(String study, List<String> names, Path folder) {
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).call(() -> {
            for (var name : names) {
                try (var out = Files.newOutputStream(folder.resolve(name))) {
                    UploadRow.write(study, name, out);
                }
            }
            return null;
        });
    }
}
