package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.cli.InProcess;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files decided by the command line, and imported and decided by the service. */
@QuarkusTest
class FilesAreDecidedAsTheBookTest extends EmptyLedger {
    private static final String DAY = "2026-03-18";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MAPPINGS = new LinkedHashMap<>();

    static {
        MAPPINGS.put("customers.csv", """
                kind: customers
                fields: { id: id, country: { value: DE }, type: { value: COMPANY }, email: { value: a@b.example },
                          phone: { value: "+49 30 1" }, address: { value: Weg 1 }, collector: { value: Kim },
                          billingContactConfirmedOn: { value: 2026-01-01 }, group: group, payer: payer,
                          insolventSince: insolvent }
                """);
        MAPPINGS.put("invoices.csv", """
                kind: invoices
                fields: { id: id, customer: customer, issued: { value: 2026-01-02 }, due: { value: 2026-02-01 },
                          amount: amount, currency: { value: EUR } }
                """);
        MAPPINGS.put("contacts.csv", """
                kind: contacts
                fields: { id: id, customer: customer, on: on, channel: { value: EMAIL }, invoice: invoice,
                          action: { value: REMINDER }, level: { value: 1 } }
                """);
    }

    @TempDir
    Path directory;

    @Test
    void membersOfAGroupAndThoseAnotherPaysForAreDecidedTheSame() throws Exception {
        files();
        for (var file : MAPPINGS.keySet()) {
            given().multiPart("file", directory.resolve(file).toFile())
                    .multiPart("mapping", "mapping.yaml", MAPPINGS.get(file).getBytes())
                    .post("/api/v1/imports")
                    .then()
                    .statusCode(201);
        }
        post("bank-imports", "{\"upTo\": \"%s\"}".formatted(DAY)).statusCode(201);
        var lines = decide();
        var ids = List.of("ALONE", "INSOLVENT", "PAID", "PAIR", "QUIET", "WRITTEN");
        assertThat(lines).hasSameSizeAs(ids);
        for (int i = 0; i < ids.size(); i++) {
            var answer = post("customers/" + ids.get(i) + "/next-best-action?asOf=" + DAY, "")
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(bare(lines.get(i))).isEqualTo(bare(answer));
        }
        assertThat(action(lines, 0)).as("nobody else's contact").isEqualTo("CALL");
        assertThat(lines.get(2)).as("its payer is insolvent").contains("INSOLVEN");
        assertThat(action(lines, 3)).as("nor its group's").isEqualTo("CALL");
        assertThat(lines.get(4)).as("its group was written to yesterday").contains("QUIET");
        assertThat(action(lines, 4)).isEqualTo("NO_ACTION");
    }

    private void files() throws Exception {
        var folder = new StringBuilder("files:\n");
        MAPPINGS.forEach((file, mapping) -> folder.append("  " + file + ":\n").append(mapping.indent(4)));
        Files.writeString(directory.resolve("mapping.yaml"), folder);
        Files.writeString(directory.resolve("customers.csv"), """
                id,group,payer,insolvent
                ALONE,,,
                INSOLVENT,,,2026-03-01
                PAID,,INSOLVENT,
                PAIR,H,,
                QUIET,G,,
                WRITTEN,G,,
                """);
        Files.writeString(directory.resolve("invoices.csv"), """
                id,customer,amount
                1,ALONE,900.00
                2,INSOLVENT,900.00
                3,PAID,900.00
                4,PAIR,900.00
                5,QUIET,900.00
                6,WRITTEN,900.00
                """);
        Files.writeString(directory.resolve("contacts.csv"), "id,customer,on,invoice\nc,WRITTEN,2026-03-17,6\n");
    }

    private List<String> decide() {
        var run = InProcess.run(
                "decide", "--portfolio", directory.toString(), "--as-of", DAY, "--json", "--next-evaluation", "-q");
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    private static String action(List<String> lines, int line) throws Exception {
        return JSON.readTree(lines.get(line)).path("customer").path("action").asText();
    }

    /** Only the service chooses a strategy by itself, and says how it came to it. */
    private static JsonNode bare(String answer) throws Exception {
        var tree = JSON.readTree(answer);
        ((ObjectNode) tree.path("strategy")).remove("chosenBy");
        return tree;
    }
}
