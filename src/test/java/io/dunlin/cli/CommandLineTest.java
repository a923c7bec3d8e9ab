package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.generator.Generator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aGeneratedPortfolioIsDecidedCustomerByCustomerInTheirOrder() throws Exception {
        assertThat(run("generate", "--customers", "300", "--seed", "7", "--output", directory.toString(), "-q"))
                .isZero();
        assertThat(run("decide", "--portfolio", directory.toString(), "--json", "-q"))
                .isZero();

        var lines = out.toString().lines().toList();
        assertThat(lines).hasSize(300);
        for (int i = 0; i < 300; i++) {
            var decision = Json.mapper().readTree(lines.get(i));
            assertThat(decision.path("customer").path("id").asText())
                    .isEqualTo(Generator.account(i + 1, 7, Generator.AS_OF)
                            .customer()
                            .id());
            assertThat(decision.path("customer").path("action").asText()).isNotEmpty();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void decisionsGoToAFileAndTheSummaryToStandardOutput() throws Exception {
        run("generate", "--customers", "50", "--seed", "7", "--output", directory.toString(), "-q");
        var file = directory.resolve("decisions.csv");
        assertThat(run("decide", "--portfolio", directory.toString(), "--output", file.toString()))
                .isZero();

        var invoices = Generator.accounts(50, 7, Generator.AS_OF)
                .mapToInt(account -> account.invoices().size())
                .sum();
        assertThat(Files.readAllLines(file)).hasSize(invoices + 1);
        assertThat(directory.resolve("decisions.csv.part")).doesNotExist();
        assertThat(out.toString()).contains("standard (").contains("NO_ACTION").contains("open EUR");
    }

    @Test
    void nothingThatIsReadIsWrittenOver() throws Exception {
        run("generate", "--customers", "20", "--seed", "7", "--output", directory.toString(), "-q");
        for (var input : new String[] {"invoices.csv", "mapping.yaml", "./customers.csv"}) {
            var file = directory.resolve(input);
            var before = Files.readString(file);
            for (var option : new String[] {"--output", "--rejects"}) {
                err.getBuffer().setLength(0);
                assertThat(run("decide", "--portfolio", directory.toString(), option, file.toString()))
                        .isEqualTo(1);
                assertThat(err.toString()).contains("would be overwritten").hasLineCount(1);
                assertThat(file).content().isEqualTo(before);
            }
        }
        var answers = file("answers.csv");
        assertThat(run("decide", "--portfolio", directory.toString(), "--output", answers, "--rejects", answers))
                .isEqualTo(1);
        assertThat(run("decide", "--portfolio", directory.toString(), "--output", answers))
                .isZero();
        assertThat(run("decide", "--portfolio", directory.toString(), "--output", answers))
                .isZero();
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsWrittenAsText() throws Exception {
        Files.writeString(directory.resolve("i.csv"), "id,c,day,sum\n=1+1,@SUM(A1),2026-01-01,5.00\n");
        Files.writeString(directory.resolve("m.yaml"), """
                kind: invoices
                fields: { id: id, customer: c, customer.country: { value: DE }, issued: day, due: day, amount: sum,
                          currency: { value: EUR } }
                """);
        var written = file("decisions.csv");
        run(
                "decide",
                "--portfolio",
                file("i.csv"),
                "--mapping",
                file("m.yaml"),
                "--as-of",
                "2026-06-30",
                "--output",
                written);
        assertThat(Files.readAllLines(directory.resolve("decisions.csv")).get(1))
                .startsWith("'@SUM(A1),'=1+1,EUR,5.00,");
    }

    @Test
    void everyLineOfTheSummarySaysHowMany() throws Exception {
        run("generate", "--customers", "400", "--seed", "7", "--output", directory.toString(), "-q");
        assertThat(run("decide", "--portfolio", directory.toString(), "-q")).isZero();
        var table = out.toString()
                .lines()
                .dropWhile(line -> !line.startsWith("action"))
                .toList();
        assertThat(table.get(0)).contains("tasks");
        assertThat(table.subList(1, table.size()))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.matches("\\S+ +[0-9].*"));
    }

    @Test
    void aRowLeftOutIsToldOnStandardErrorAndInTheExitCode() throws Exception {
        Files.writeString(directory.resolve("i.csv"), "id,c,day,sum\n1,C,2026-01-01,5.00\n2,C,2026-01-01,five\n");
        Files.writeString(directory.resolve("m.yaml"), """
                kind: invoices
                fields: { id: id, customer: c, customer.country: { value: DE }, issued: day, due: day, amount: sum,
                          currency: { value: EUR } }
                """);
        assertThat(decide("i.csv", "m.yaml", "2026-06-30")).isEqualTo(1);
        assertThat(err.toString()).startsWith("i.csv, line 3, column sum `five`: is not a number");
        assertThat(out.toString()).contains("1 row left out");
    }

    @Test
    void anInvoiceInACurrencyWithoutRateGoesToAPerson() throws Exception {
        Files.writeString(directory.resolve("i.csv"), "id,c,day,sum\n1,C,2026-01-01,5.00\n");
        Files.writeString(directory.resolve("m.yaml"), """
                kind: invoices
                fields: { id: id, customer: c, customer.country: { value: US }, issued: day, due: day, amount: sum,
                          currency: { value: USD } }
                """);
        assertThat(decide("i.csv", "m.yaml", "2026-06-30")).isZero();
        assertThat(out.toString()).contains("NEEDS_HUMAN");
    }

    @Test
    void aFailureIsOneSentence() throws Exception {
        assertThat(decide("nowhere.csv", "m.yaml", "2026-06-30")).isEqualTo(1);
        assertThat(err.toString()).startsWith("there is no file or directory").hasLineCount(1);
        Files.writeString(directory.resolve("i.csv"), "");
        Files.writeString(directory.resolve("m.yaml"), "kind: what\n");
        err.getBuffer().setLength(0);
        assertThat(decide("i.csv", "m.yaml", "2026-06-30")).isEqualTo(1);
        assertThat(err.toString()).contains("line 1: `what` is not a kind of file");
        err.getBuffer().setLength(0);
        assertThat(run(
                        "decide",
                        "--portfolio",
                        file("i.csv"),
                        "--mapping",
                        "purchase-ledger",
                        "--as-of",
                        "2026-06-30",
                        "--output",
                        file("nowhere/d.csv")))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("there is no folder").hasLineCount(1);
        err.getBuffer().setLength(0);
        assertThat(run(
                        "import",
                        "--portfolio",
                        file("i.csv"),
                        "--mapping",
                        "purchase-ledger",
                        "--url",
                        "http://127.0.0.1:1",
                        "-q"))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("no service answers at http://127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void wrongUsageIsExitCodeTwoAndHelpIsZero() {
        assertThat(run("decide")).isEqualTo(2);
        assertThat(run("decide", "--portfolio", "x", "--as-of", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("`yesterday` is no date; write it like 2026-01-31");
        assertThat(run("generate", "--customers", "0", "--output", directory.toString()))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        for (var command : new String[] {"decide", "import", "generate"}) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: dunlin " + command);
        }
    }

    private int decide(String file, String mapping, String day) {
        return run("decide", "--portfolio", file(file), "--mapping", file(mapping), "--as-of", day, "-q");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
