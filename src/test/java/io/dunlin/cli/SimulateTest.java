package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final String HOSTILE = "<script>alert(1)</script> & \"Co\"";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void portfolio() throws Exception {
        Files.writeString(directory.resolve("i.csv"), """
                id,customer,name,issued,due,amount,paid
                1,A,"%s",2026-03-02,2026-04-01,11900.00,
                2,A,"%s",2026-05-15,2026-06-14,250.50,2026-06-20
                3,B,Falk,2026-04-25,2026-05-24,600.00,
                4,B,Falk,2026-05-25,2026-06-24,60.00,
                """.formatted(
                        HOSTILE.replace("\"", "\"\""), HOSTILE.replace("\"", "\"\"")));
        Files.writeString(directory.resolve("m.yaml"), """
                kind: invoices
                fields: { id: id, customer: customer, customer.name: name, customer.country: { value: DE },
                          customer.type: { value: COMPANY },
                          issued: issued, due: due, amount: amount, currency: { value: EUR }, settledOn: paid }
                """);
    }

    @Test
    void theDocumentSaysWhatChangedAndHowToRepeatIt() throws Exception {
        var document = simulated("small-business", "2026-05-01", "2026-06-30");
        assertThat(document.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(document.path("invoices").asInt()).isEqualTo(4);
        assertThat(document.path("changedInvoices").asInt()).isPositive();
        assertThat(document.path("actions").path("baseline").isObject()).isTrue();
        assertThat(document.path("actions").path("candidate").isObject()).isTrue();
        var manifest = document.path("manifest");
        assertThat(manifest.path("inputs").get(0).path("sha256").asText()).hasSize(64);
        assertThat(manifest.path("baseline").path("sha256").asText()).hasSize(64);
        assertThat(manifest.path("candidate").path("name").asText()).isEqualTo("small-business");
        assertThat(manifest.path("resultSha256").asText()).hasSize(64);

        out.getBuffer().setLength(0);
        var again = simulated("small-business", "2026-05-01", "2026-06-30", "--threads", "5", "--plain");
        assertThat(again).isEqualTo(document);
        assertThat(simulated("relationship", "2026-05-01", "2026-06-30")
                        .path("manifest")
                        .path("resultSha256"))
                .isNotEqualTo(manifest.path("resultSha256"));
    }

    @Test
    void theReportStandsAloneAndBelievesNoName() throws Exception {
        var report = directory.resolve("out.html");
        simulated(
                "small-business",
                "2026-05-01",
                "2026-06-30",
                "--report",
                report.toString(),
                "--capacity",
                "COLLECTOR=1");
        var html = Files.readString(report);
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;");
        assertThat(html).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
        assertThat(html)
                .contains("small-business instead of standard treats")
                .contains("<svg")
                .contains("Days above capacity");
        assertThat(html).as("no path of this machine").doesNotContain(directory.toString());
        assertThat(left()).containsExactly("i.csv", "m.yaml", "out.html");
    }

    @Test
    void assumptionsAreDrawnAndAreNoEvidence() throws Exception {
        var chances = assumptions("");
        var report = directory.resolve("out.html");
        var first = simulated(
                "small-business", "2026-05-01", "2026-06-30", "--assumptions", chances, "--report", report.toString());
        assertThat(first.path("manifest").path("assumptions").path("name").asText())
                .isEqualTo("chances.yaml");
        assertThat(first.path("manifest").path("assumptions").path("sha256").asText())
                .hasSize(64);
        assertThat(first.path("assumed").path("customers").asInt()).isEqualTo(2);
        assertThat(first.path("assumed").path("curve")).hasSize(61);
        assertThat(first.path("assumed").path("caution").asText()).contains("no evidence");
        assertThat(first.path("assumed")
                        .path("assumptions")
                        .path("unasked")
                        .path("1-30")
                        .path("high")
                        .asText())
                .isEqualTo("4");
        var html = Files.readString(report);
        assertThat(html)
                .contains("If the assumptions hold", "Assumption-driven", "polygon class=\"band candidate\"")
                .contains("That is assumption, not evidence.");
        assertThat(html.split("Nothing but what rests on assumptions says")).hasSize(2);

        for (var same : List.of("--plain", "--threads=5")) {
            assertThat(simulated("small-business", "2026-05-01", "2026-06-30", "--assumptions", chances, same))
                    .as(same)
                    .isEqualTo(first);
        }
        assertThat(simulated("small-business", "2026-05-01", "2026-06-30", "--assumptions", chances, "--seed", "2")
                        .path("assumed"))
                .isNotEqualTo(first.path("assumed"));
        var without = simulated("small-business", "2026-05-01", "2026-06-30", "--report", report.toString());
        assertThat(without.path("assumed").isNull()).isTrue();
        assertThat(without.path("manifest").path("resultSha256"))
                .isEqualTo(first.path("manifest").path("resultSha256"));
        assertThat(Files.readString(report))
                .doesNotContain("<section class=\"assumed\">")
                .doesNotContain("draws");
    }

    @Test
    void aGateAboutAssumptionsNeedsThem() throws Exception {
        var gate = List.of("--fail-if", "assumed.delta.cash.low < 1000000").toArray(String[]::new);
        notUnderstood("can only be told with --assumptions", "small-business", "2026-05-01", "2026-05-02", gate);
        assertThat(simulate(
                        "small-business",
                        "2026-05-01",
                        "2026-06-30",
                        gate[0],
                        gate[1],
                        "--assumptions",
                        assumptions("")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("failed: assumed.delta.cash.low < 1000000: it is ");
        assertThat(out.toString())
                .contains("If the assumptions of chances.yaml held, which nothing here shows (20 draws")
                .containsPattern("cash EUR +[\\d,]+ \\([\\d,]+ to [\\d,]+\\)");
    }

    @Test
    void assumptionsThatCannotBeReadAreRefusedWithTheirLines() throws Exception {
        err.getBuffer().setLength(0);
        var chances = assumptions("responses: { CAL: { pays: 5, within: 3 } }\n");
        assertThat(simulate("small-business", "2026-05-01", "2026-06-30", "--assumptions", chances))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("the assumptions in chances.yaml cannot be used:")
                .contains("line 5: unknown action `CAL`; did you mean `CALL`?")
                .doesNotContain(directory.toString());
        assertThat(simulate("small-business", "2026-05-04", "2026-05-04", "--assumptions", assumptions("")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nothing can be drawn for a snapshot");
    }

    /** Outside of the directory that is looked at for what a run leaves behind. */
    private String assumptions(String responses) throws IOException {
        var text = """
                draws: 20
                again: 50 %
                together: 0 %
                unasked: { not due: 1 % a day, 1-30: 2 to 4 % a day, 31-60: 1 % a day, 61-90: 1 % a day, over 90: 1 % a day }
                """;
        var file = Files.createDirectories(directory.resolve("cache")).resolve("chances.yaml");
        var calls = "responses: { CALL: { pays: 10 to 30 %, within: 7 days } }\n";
        return Files.writeString(file, text + (responses.isEmpty() ? calls : responses))
                .toString();
    }

    @Test
    void changesAreRowsOfCsvOrParquet() throws Exception {
        var csv = directory.resolve("c.csv");
        var document = simulated("small-business", "2026-05-01", "2026-06-30", "--changes", csv.toString());
        assertThat(Files.readAllLines(csv))
                .hasSize(document.path("changedInvoices").asInt() + 1);
        out.getBuffer().setLength(0);
        var parquet = directory.resolve("c.parquet");
        simulated("small-business", "2026-05-01", "2026-06-30", "--changes", parquet.toString());
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*), max(name), min(firstDifference) >= DATE '2026-05-01'"
                                + " FROM '" + parquet + "'")) {
            rows.next();
            assertThat(rows.getLong(1))
                    .isEqualTo(document.path("changedInvoices").asLong());
            assertThat(rows.getString(2)).isIn(HOSTILE, "Falk");
            assertThat(rows.getBoolean(3)).isTrue();
        }
        assertThat(left()).containsExactly("c.csv", "c.parquet", "i.csv", "m.yaml");
    }

    @Test
    void aReportThatHasNoFolderIsToldBeforeTheWorkBegins() {
        var nowhere = directory.resolve("nowhere").resolve("x.html").toString();
        assertThat(simulate("standard", "2026-05-01", "2026-05-02", "--report", nowhere))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("there is no folder").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(simulate("standard", "2026-05-01", "2026-05-02", "--report", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is a folder; name a file in it").hasLineCount(1);
    }

    @Test
    void gatesDecideTheExitCode() {
        assertThat(simulate("small-business", "2026-05-01", "2026-06-30", "--fail-if", "changedInvoices > 100%"))
                .isZero();
        assertThat(simulate("small-business", "2026-05-01", "2026-06-30", "--fail-if", "changedInvoices > 1%"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("failed: changedInvoices > 1%: it is ");
        assertThat(simulate(
                        "standard",
                        "2026-05-01",
                        "2026-06-30",
                        "--fail-if",
                        "delta.contacts > 0",
                        "--fail-if",
                        "candidate.violations > 0"))
                .isZero();
    }

    @Test
    void whatCannotBeSimulatedIsOneSentenceAndLeavesNothing() throws Exception {
        notUnderstood("lies after the last day", "small-business", "2026-06-30", "2026-05-01");
        notUnderstood("must not be negative", "standard", "2026-05-01", "2026-05-02", "--capacity", "COLLECTOR=-1");
        notUnderstood(
                "there is no measure `changed`", "standard", "2026-05-01", "2026-05-02", "--fail-if", "changed > 1");
        notUnderstood(
                "did you mean `changedInvoices`?",
                "standard",
                "2026-05-01",
                "2026-05-02",
                "--fail-if",
                "changdInvoices > 1");
        notUnderstood("is no gate", "standard", "2026-05-01", "2026-05-02", "--fail-if", "whatever");
        Files.writeString(directory.resolve("i.csv"), "id,customer,name,issued,due,amount,paid\n");
        refused("the portfolio has no invoices", "small-business", "2026-05-01", "2026-06-30");
        Files.writeString(directory.resolve("i.csv"), "a,b\n1,2\n");
        refused("there is no column `id`", "small-business", "2026-05-01", "2026-06-30");
        Files.writeString(
                directory.resolve("m.yaml"),
                Files.readString(directory.resolve("m.yaml")).replace("{ value: EUR }", "name"));
        Files.writeString(directory.resolve("i.csv"), """
                id,customer,name,issued,due,amount,paid
                1,A,EUR,2026-03-02,2026-04-01,11900.00,
                2,B,USD,2026-05-15,2026-06-14,250.50,
                """);
        refused("no rate between EUR and USD", "small-business", "2026-05-01", "2026-06-30");
        err.getBuffer().setLength(0);
        var broken = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(broken.resolve("strategy.yaml"), "name: broken\n");
        Files.writeString(broken.resolve("1.drl"), "rule");
        assertThat(run(
                        "--candidate",
                        broken.toString(),
                        "--guard",
                        "rules/guard",
                        "--from",
                        "2026-05-01",
                        "--to",
                        "2026-05-02"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("strategy broken is refused");
    }

    @Test
    void theReportTellsTheCommandOnceAndNoFolderOfThisMachine() throws Exception {
        var report = directory.resolve("told.html");
        var costs = directory.resolve("costs.yaml");
        Files.writeString(costs, "currency: EUR\nchannels: { EMAIL: 1 }\n");
        assertThat(simulate(
                        "small-business",
                        "2026-05-01",
                        "2026-05-02",
                        "--report",
                        report.toString(),
                        "--costs",
                        costs.toString()))
                .isZero();
        assertThat(Files.readString(report))
                .contains("dunlin simulate --")
                .contains("--report told.html --costs costs.yaml")
                .doesNotContain("simulate simulate", directory.toString())
                .contains("The cost table has no price for ")
                .contains("are played together");
    }

    @Test
    void nothingThatIsReadIsWrittenOver() throws Exception {
        for (var option : List.of("--report", "--changes", "--rejects")) {
            for (var input : List.of("i.csv", "m.yaml")) {
                var file = directory.resolve(input);
                var before = Files.readString(file);
                err.getBuffer().setLength(0);
                assertThat(simulate("standard", "2026-05-01", "2026-05-02", option, file.toString()))
                        .isEqualTo(1);
                assertThat(err.toString()).contains("would be overwritten").hasLineCount(1);
                assertThat(file).content().isEqualTo(before);
            }
        }
        var one = directory.resolve("x.csv").toString();
        assertThat(simulate("standard", "2026-05-01", "2026-05-02", "--report", one, "--changes", one))
                .isEqualTo(1);
        assertThat(err.toString()).contains("would be written twice");
        assertThat(left()).containsExactly("i.csv", "m.yaml");
    }

    /** Exit code 2: a gate with a typo must not look like one that failed. */
    private void notUnderstood(String words, String candidate, String from, String to, String... more)
            throws IOException {
        err.getBuffer().setLength(0);
        assertThat(simulate(candidate, from, to, more)).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow()).contains(words);
        assertThat(left()).containsExactly("i.csv", "m.yaml");
    }

    private void refused(String words, String candidate, String from, String to, String... more) throws IOException {
        err.getBuffer().setLength(0);
        var outputs = new String[] {
            "--report",
            directory.resolve("r.html").toString(),
            "--changes",
            directory.resolve("r.parquet").toString()
        };
        var all = Stream.concat(Stream.of(outputs), Stream.of(more)).toArray(String[]::new);
        assertThat(simulate(candidate, from, to, all)).isEqualTo(1);
        assertThat(err.toString()).contains(words).hasLineCount(1);
        assertThat(left()).containsExactly("i.csv", "m.yaml");
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("cache"))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode simulated(String candidate, String from, String to, String... more) throws Exception {
        out.getBuffer().setLength(0);
        assertThat(simulate(
                        candidate,
                        from,
                        to,
                        Stream.concat(Stream.of("--json"), Stream.of(more)).toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return Json.mapper().readTree(out.toString());
    }

    private int simulate(String candidate, String from, String to, String... more) {
        return run(Stream.concat(
                        Stream.of("--candidate", "rules/" + candidate, "--from", from, "--to", to), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... more) {
        var common = Stream.of(
                "simulate",
                "--portfolio",
                directory.resolve("i.csv").toString(),
                "--mapping",
                directory.resolve("m.yaml").toString(),
                "--baseline",
                "rules/standard",
                "--cache",
                directory.resolve("cache").toString(),
                "-q");
        return Main.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                Stream.concat(common, Stream.of(more)).toArray(String[]::new));
    }
}
