package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest extends EmptyLedger {
    private static final String INVOICES = """
            name: test
            kind: invoices
            read:
              dates: [yyyy-MM-dd]
            fields:
              id: number
              customer: who
              customer.country: { value: DE }
              issued: issued
              due: due
              amount: amount
              currency: currency
              settledOn: { column: paid, optional: true }
            """;
    private static final String HOLDS = """
            name: holds
            kind: holds
            read:
              dates: [yyyy-MM-dd]
            fields:
              id: id
              customer: who
              from: from
              until: until
            """;
    private static final String HEADER = "number,who,issued,due,amount,currency,paid\n";
    private static final String FILE = HEADER + """
            1,C,2026-01-02,2026-01-31,100.00,EUR,
            2,C,2026-01-02,2026-01-31,50.00,EUR,2026-02-05
            3,D,2026-01-02,,70.00,EUR,
            """;

    @Test
    void aFileGoesInWithItsCustomersAndPayments() {
        var report = imported(INVOICES, FILE).statusCode(201);
        report.body("kind", equalTo("invoices")).body("state", equalTo("DONE"));
        counts(report, 3, 0, 0);
        get("customers/C/account")
                .body("invoices.id", contains("1", "2"))
                .body("payments", hasSize(1))
                .body("payments[0].invoice", equalTo("2"));
        get("invoices/3").body("due", equalTo(null));
    }

    @Test
    void aSecondImportOfTheSameFileChangesNothingAndSaysSo() throws Exception {
        imported(INVOICES, FILE).statusCode(201);
        var before = contents();
        counts(imported(INVOICES, FILE).statusCode(200), 3, 0, 3);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void everyImportIsListedTheNewestFirstPageByPage() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, imported(INVOICES, FILE + "x,C,2026-01-02\n").extract().path("id"));
        }
        var seen = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        for (String after = ""; after != null; ) {
            var page = get("imports?limit=2&after=" + after).statusCode(200);
            page.body("imports.rowsTotal", everyItem(equalTo(4)))
                    .body("imports.rowsBad", everyItem(equalTo(1)))
                    .body("imports.rejectsTotal", everyItem(equalTo(1)))
                    .body("imports[0]", not(hasKey("rejects")));
            List<String> some = page.extract().path("imports.id");
            seen.addAll(some);
            sizes.add(some.size());
            after = page.extract().path("next");
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(sizes).containsExactly(2, 2, 1);
        get("imports?limit=5").body("imports", hasSize(5)).body("next", nullValue());
        get("imports?limit=0").statusCode(400);
        get("imports?after=nobody").statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void theRatesOfTheMappingAreThoseOfItsDayUnlessSomebodyPutOthers() {
        put("rates/2026-02-28", "{\"USD\": 1.2}").statusCode(201);
        var withRates = "asOf: 2026-02-28\nrates: { EUR: 1, USD: 1.15 }\n" + INVOICES;
        imported(withRates, FILE).statusCode(201);
        imported(withRates, FILE).statusCode(200);
        get("rates/2026-02-28").statusCode(200).body("EUR", equalTo(1)).body("USD", equalTo(1.2f));
    }

    @Test
    void textThatMeansSomethingToTheDatabaseIsStoredAsItStands() {
        var mapping = INVOICES.replace("  settledOn: { column: paid, optional: true }", "  terms: paid");
        var texts =
                new String[] {"\\N", "\\.", "a\\tb\\n", "\\", "'; drop table invoices; --", "\u00e4\u20ac\ud83d\ude00"};
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < texts.length; i++) {
            file.append(i)
                    .append(",C,2026-01-02,2026-01-31,1.00,EUR,")
                    .append(texts[i])
                    .append('\n');
        }
        counts(imported(mapping, file.toString()).statusCode(201), texts.length, 0, 0);
        for (int i = 0; i < texts.length; i++) {
            get("invoices/" + i).body("terms", equalTo(texts[i]));
        }
    }

    @Test
    void aCorrectedFileChangesOnlyWhatItCorrects() {
        imported(INVOICES, FILE).statusCode(201);
        counts(imported(INVOICES, FILE.replace("100.00", "99.00")).statusCode(201), 3, 0, 2);
        get("invoices/1").body("amount", equalTo(99.0f));
    }

    @Test
    void whatAFileDoesNotTellStaysAsAPersonEnteredIt() {
        put("customers/C", "{\"id\":\"C\",\"country\":\"DE\",\"name\":\"Ce\",\"doNotContact\":true}")
                .statusCode(201);
        imported(INVOICES, FILE).statusCode(201);
        post("invoices/1/write-off?on=2026-05-01", "").statusCode(200);
        counts(imported(INVOICES, FILE).statusCode(200), 3, 0, 3);
        get("customers/C").body("name", equalTo("Ce")).body("doNotContact", equalTo(true));
        get("invoices/1").body("writtenOffOn", equalTo("2026-05-01"));
    }

    @Test
    void badRowsAreToldWithLineColumnValueAndReasonAndTheOthersGoIn() {
        var file = FILE + """
                4,C,2026-01-02,31.01.2026,10.00,EUR,
                5,C,2026-01-02,2026-01-01,10.00,EUR,
                6,C,2026-01-02,2026-01-31,-10.00,EUR,
                7,C,2026-01-02,2026-01-31,10.00,EUX,
                """;
        var report = imported(INVOICES, file).statusCode(201);
        counts(report, 3, 4, 0);
        report.body("rejects.line", contains(5, 6, 7, 8))
                .body("rejects[0].value", equalTo("31.01.2026"))
                .body("rejects[0].column", equalTo("due"))
                .body("rejects.reason", hasItem(containsString("before")));
        var id = report.extract().jsonPath().getString("id");
        get("imports/" + id).statusCode(200).body("rowsBad", equalTo(4)).body("rejects", hasSize(4));
        get("imports/none").statusCode(404);
    }

    @Test
    void aCellThatSeveralFieldsAreReadFromIsToldOnce() {
        var mapping = INVOICES.replace("due: due", "due: issued");
        var report = imported(
                        mapping,
                        HEADER + "1,C,02.01.2026,,1.00,EUR,\n" + "x".repeat(5000) + ",C,2026-01-02,,1.00,EUR,\n")
                .statusCode(201);
        counts(report, 0, 2, 0);
        report.body("rejects.line", contains(2, 3)).body("rejects.column", contains("issued", "number"));
    }

    @Test
    void oneIdForTwoThingsIsRefusedThoughTwiceTheSameIsNot() {
        var file = FILE + "1,C,2026-01-02,2026-01-31,100.00,EUR,\n" + "1,C,2026-01-02,2026-01-31,120.00,EUR,\n";
        var report = imported(INVOICES, file).statusCode(201);
        counts(report, 4, 1, 1);
        report.body("rejects[0].line", equalTo(6)).body("rejects[0].reason", containsString("earlier row"));
        get("invoices/1").body("amount", equalTo(100.0f));
        counts(imported(INVOICES, file).statusCode(200), 4, 1, 4);
    }

    @Test
    void oneIdForTwoThingsIsSeenFarApartInTheFile() {
        var file = HEADER + lines(1, 2500) + "7,C,2026-01-02,2026-01-31,1.23,EUR,\n";
        counts(imported(INVOICES, file).statusCode(201), 2500, 1, 0);
    }

    @Test
    void anInvoiceOfAnotherCustomerIsNotMoved() {
        imported(INVOICES, FILE).statusCode(201);
        var report = imported(INVOICES, HEADER + "1,D,2026-01-02,2026-01-31,100.00,EUR,\n")
                .statusCode(201);
        counts(report, 0, 1, 0);
        report.body("rejects[0].reason", containsString("never changes"));
    }

    @Test
    void holdsThatOverlapInOneFileOrWithWhatIsStoredAreRefused() {
        customer("C");
        var first = "id,who,from,until\nA,C,2026-02-01,2026-02-10\n";
        counts(imported(HOLDS, first + "B,C,2026-02-05,2026-02-12\nE,nobody,2026-02-05,2026-02-12\n"), 1, 2, 0);
        counts(imported(HOLDS, first + "F,C,2026-02-10,2026-02-12\n"), 1, 1, 1);
    }

    @Test
    void moreThanAThousandRejectsAreCountedAndTheFirstThousandTold() {
        var report = imported(INVOICES, HEADER + lines(1, 1500).replace("EUR", "EUX"))
                .statusCode(201);
        counts(report, 0, 1500, 0);
        report.body("rejectsTotal", equalTo(1500)).body("rejects", hasSize(1000));
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingBehind() throws Exception {
        var latin1 = (HEADER + lines(1, 3000) + "x,Müller,2026-01-02,2026-01-31,1.00,EUR,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        imported(INVOICES, latin1).statusCode(422).body("detail", containsString("UTF-8"));
        imported(INVOICES, "").statusCode(422).body("detail", containsString("empty"));
        imported(INVOICES, "a,b\n1,2\n").statusCode(422);
        assertThat(rows()).isZero();
    }

    @Test
    void aMappingThatCannotBeUsedIsToldWithEveryFault() throws Exception {
        imported("kind: invoices\nfields:\n  idd: x\n", FILE)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("mapping"));
        given().multiPart("file", "f.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mapping"));
        given().multiPart("file", "f.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .multiPart("mappingName", "no-such")
                .post("/api/v1/imports")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("mappingName"));
        assertThat(rows()).isZero();
    }

    @Test
    void aFieldOfTheFormThatIsNotKnownIsRefusedBeforeAnythingIsRead() throws Exception {
        given().multiPart("file", "f.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .multiPart("mapping", "m.yaml", INVOICES.getBytes(StandardCharsets.UTF_8))
                .multiPart("mapingName", "purchase-ledger")
                .multiPart("mapping", "again.yaml", INVOICES.getBytes(StandardCharsets.UTF_8))
                .multiPart("x", "y")
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("mapingName", "mapping", "x"))
                .body("errors.message", hasItem(containsString("did you mean `mappingName`?")))
                .body("errors.message", hasItem(containsString("known are file, mapping, mappingName.")));
        assertThat(rows()).isZero();
    }

    @Test
    void whateverAFileIsCalledItIsImported() {
        for (var name : new String[] {"a\0b.csv", "../../x", "n".repeat(2000)}) {
            given().multiPart("file", name, FILE.getBytes(StandardCharsets.UTF_8))
                    .multiPart(
                            "mapping",
                            "m",
                            ("name: \"a\\0b\"\n" + INVOICES.substring(INVOICES.indexOf("kind")))
                                    .getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/imports")
                    .then()
                    .body("state", equalTo("DONE"));
        }
    }

    @Test
    void aFormThatEndsTooEarlyIsTheSendersMistake() {
        given().contentType("multipart/form-data; boundary=X")
                .body("--X\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("detail", containsString("ends too early"));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + ",C,2026-01-02,2026-01-31,10.00,EUR,\n")
                .collect(Collectors.joining());
    }

    private static ValidatableResponse imported(String mapping, String file) {
        return imported(mapping, file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse imported(String mapping, byte[] file) {
        return given().multiPart("file", "file.csv", file)
                .multiPart("mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then();
    }

    private static void counts(ValidatableResponse report, int good, int bad, int unchanged) {
        report.body("rowsGood", equalTo(good)).body("rowsBad", equalTo(bad)).body("unchanged", equalTo(unchanged));
    }

    /** With the versions: a row written anew with the same values would differ. */
    private String contents() throws Exception {
        var all = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"customers", "invoices", "payments"}) {
                try (var result =
                        statement.executeQuery("select string_agg(t::text, ';' order by id) from " + table + " t")) {
                    result.next();
                    all.append(result.getString(1));
                }
            }
        }
        return all.toString();
    }
}
