package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding files whose mapping promises their order: the same answers, and no half of them if it is broken. */
class DecidedInPassingTest {
    private static final String LIMITS = "sizeClasses: { currency: EUR, aFrom: 60000, bFrom: 10000 }\n";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aPortfolioOfSeveralMegabytes() {
        run("generate", "--customers", "1500", "--seed", "5", "--output", directory.toString(), "-q");
    }

    @Test
    void givesTheSameAnswersAndNumbers() throws Exception {
        say(LIMITS);
        var looked = answers();
        var table = table();
        say("inOrder: true\n");
        assertThat(answers()).hasSize(1500).containsExactlyInAnyOrderElementsOf(looked);
        assertThat(table()).isEqualTo(table);
    }

    /** Nobody is called soon who is not an A. */
    @Test
    void limitsOfAMappingDecideWhoIsBig() throws Exception {
        say("sizeClasses: { currency: EUR, aFrom: 0.02, bFrom: 0.01 }\n");
        var called = calls();
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(
                mapping,
                Files.readString(mapping).replace("0.02", "800000000000").replace("0.01", "700000000000"));
        assertThat(calls()).isLessThan(called);
    }

    @Test
    void limitsInACurrencyWithoutARateAreTold() throws Exception {
        say("inOrder: true\nsizeClasses: { currency: JPY, aFrom: 6000000, bFrom: 1000000 }\n");
        table();
        assertThat(err.toString())
                .contains("no rate from CHF, EUR, GBP")
                .contains("to JPY, the currency of the size classes");
        err.getBuffer().setLength(0);
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("rates:\n", "rates:\n  JPY: 160\n"));
        table();
        assertThat(err.toString()).doesNotContain("no rate");
    }

    @Test
    void leavesNoFileWhereThePromiseIsBroken() throws Exception {
        say("inOrder: true\n" + LIMITS);
        var contacts = directory.resolve("contacts.csv");
        var lines = Files.readAllLines(contacts);
        lines.add(lines.get(1));
        Files.write(contacts, lines);
        var output = directory.resolve("decisions.ndjson");
        assertThat(run("decide", "--portfolio", directory.toString(), "--output", output.toString(), "-q"))
                .isEqualTo(1);
        assertThat(err.toString())
                .hasLineCount(1)
                .startsWith("contacts.csv, line " + lines.size() + ": customer `")
                .contains("take `inOrder` out of it and start again");
        try (var files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("decisions"));
        }
    }

    private void say(String more) throws Exception {
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(mapping, more + Files.readString(mapping));
    }

    private List<String> answers() {
        out.getBuffer().setLength(0);
        assertThat(run("decide", "--portfolio", directory.toString(), "--json", "-q"))
                .isZero();
        return out.toString().lines().toList();
    }

    private String table() {
        out.getBuffer().setLength(0);
        assertThat(run("decide", "--portfolio", directory.toString(), "-q")).isZero();
        return out.toString();
    }

    private int calls() {
        var line = table().lines().filter(its -> its.startsWith("CALL ")).findFirst();
        return Integer.parseInt(line.orElseThrow().trim().split(" +")[1]);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
