package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.activate;
import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.get;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.put;
import static io.dunlin.strategy.OverRest.tag;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dunlin.language.StrategyFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Somebody writes a strategy: everything up to the moment it could go live. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class ADraftTest {
    private static final String BROKEN = """
            rule "A1 Broken"
                @owner( collections )
            when
                $i : Invoice( colectable > 0 )
            then
                propose( $i, KALL, "late" );
            end
            """;

    @Test
    void decidesNothingUntilSomebodyPutsItLive() {
        create("fresh", callingAfter("fresh", 5));
        get("fresh")
                .then()
                .body("live", nullValue())
                .body("draft.frozen", equalTo(false))
                .body("draft.last.by", equalTo("ada"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void isMadeFromAnotherStrategyAsWell() {
        var body = by("ada", "name", "like-small");
        body.put("from", "small-business");
        post("", null, body).then().statusCode(201);
        get("like-small/draft")
                .then()
                .body("files.'strategy.yaml'", containsString("name: like-small"))
                .body("files.'scenarios/phone.yaml'", containsString("scenarios"));
        post("like-small/draft/check", null, "").then().body("passed", equalTo(true));
    }

    @Test
    void isReplacedWholeByWhoeverHasSeenIt() {
        create("edited", callingAfter("edited", 5));
        var first = tag("edited/draft");
        put("edited/draft", null, by("bob", "files", callingAfter("edited", 6)))
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        put("edited/draft", first, by("bob", "files", callingAfter("edited", 6)))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(first)))
                .body("authors", hasItems("ada", "bob"));
        put("edited/draft", first, by("eve", "files", callingAfter("edited", 7)))
                .then()
                .statusCode(412)
                .body("errors[0].field", equalTo("If-Match"));
        get("edited/draft").then().body("files.'strategy.yaml'", containsString("value: 6"));
    }

    @Test
    void ofManyWhoEditItAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        create("crowded", callingAfter("crowded", 5));
        var seen = tag("crowded/draft");
        var answers = OverRest.atOnce(
                8, i -> put("crowded/draft", seen, by("person" + i, "files", callingAfter("crowded", 10 + i))));
        OverRest.exactlyOneWins(answers);
        var winner =
                answers.stream().filter(a -> a.statusCode() == 200).findFirst().orElseThrow();
        assertThat(get("crowded/draft").<String>path("version")).isEqualTo(winner.path("version"));
    }

    @Test
    void withErrorsIsKeptAndToldAllOfThemAndNotFrozen() {
        create("faulty", callingAfter("faulty", 5));
        edit("faulty", "ada", with(callingAfter("faulty", 5), "20.drl", BROKEN))
                .then()
                .statusCode(200);
        post("faulty/draft/check", null, "")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("diagnostics.code", hasItems("UNKNOWN_FIELD", "UNKNOWN_ACTION", "DUPLICATE_RULE"))
                .body("diagnostics.find { it.code == 'UNKNOWN_ACTION' }.line", equalTo(6));
        post("faulty/versions", tag("faulty/draft"), by("ada"))
                .then()
                .statusCode(422)
                .body("code", equalTo("refused-strategy"))
                .body("errors.message", hasItem(containsString("KALL")));
        get("faulty/versions").then().body("", hasSize(0));
    }

    @Test
    void thatTriesToBreakOutIsToldSoByTheGate() {
        var attack = BROKEN.replace("colectable", "collectable")
                .replace("propose( $i, KALL, \"late\" );", "Runtime.getRuntime().exec( \"id\" );");
        create("attack", with(callingAfter("attack", 5), "20.drl", attack));
        post("attack/draft/check", null, "")
                .then()
                .body("checks.find { it.check == 'confinement' }.objections", not(hasSize(0)));
    }

    @Test
    void saysWhatItWouldDoAndNothingIsStored() {
        create("tried", callingAfter("tried", 5));
        var facts = Map.of(
                "asOf", "2026-06-30",
                "customer", Map.of("id", "T", "country", "DE", "type", "COMPANY"),
                "invoices",
                        java.util.List.of(Map.of(
                                "id",
                                "T-1",
                                "customer",
                                "T",
                                "issued",
                                "2026-05-01",
                                "due",
                                "2026-06-20",
                                "amount",
                                500,
                                "currency",
                                "EUR")));
        String id = post("tried/draft/try", null, facts)
                .then()
                .statusCode(200)
                .body("customer.action", equalTo("CALL"))
                .body("strategy.name", equalTo("tried"))
                .body("strategy.version", equalTo(get("tried/draft").path("version")))
                .extract()
                .path("id");
        given().get("/api/v1/decisions/" + id).then().statusCode(404);
        edit("tried", "ada", callingAfter("tried", 20)).then().statusCode(200);
        post("tried/draft/try", null, facts).then().body("customer.action", equalTo("NO_ACTION"));
    }

    @Test
    void becomesTheSameVersionHoweverOftenItIsFrozen() {
        create("frozen", callingAfter("frozen", 5));
        var tag = tag("frozen/draft");
        String version = post("frozen/versions", tag, by("ada"))
                .then()
                .statusCode(201)
                .header("Location", containsString("/versions/"))
                .body("frozen.by", equalTo("ada"))
                .extract()
                .path("version");
        post("frozen/versions", tag("frozen/draft"), by("bob"))
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("frozen.by", equalTo("ada"));
        get("frozen/versions/" + version.substring(0, 8))
                .then()
                .body("version", equalTo(version))
                .body("files.'10-calls.drl'", containsString("A1 Call whoever is late"));
    }

    @Test
    void whoAndWhyMustBeSaid() {
        create("signed", callingAfter("signed", 5));
        post("signed/versions", tag("signed/draft"), Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/by", "/why"));
    }

    @Test
    void namesEveryFileThatCannotBelongToAStrategy() {
        var files = with(with(callingAfter("odd", 5), "../guard/10.drl", ""), "Evil.java", "");
        var body = by("ada", "name", "odd");
        body.put("files", files);
        post("", null, body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/files/..~1guard~110.drl", "/files/Evil.java"));
        body.put("name", "../odd");
        post("", null, body).then().statusCode(400).body("errors.pointer", everyItem(equalTo("/name")));
    }

    @Test
    void andAVersionDifferInRulesAndInLines() {
        create("compared", callingAfter("compared", 5));
        var version = freeze("compared", "ada");
        edit("compared", "bob", callingAfter("compared", 7)).then().statusCode(200);
        get("compared/versions/" + version + "/diff/draft")
                .then()
                .statusCode(200)
                .body("files[0].file", equalTo("strategy.yaml"))
                .body("files[0].unified", containsString("+  after: { value: 7"))
                .body("changes.parameters[0].from", equalTo("5 days"))
                .body("changes.parameters[0].to", equalTo("7 days"));
        edit("compared", "bob", with(callingAfter("compared", 7), "20.drl", BROKEN))
                .then()
                .statusCode(200);
        get("compared/versions/" + version + "/diff/draft")
                .then()
                .body("changes", nullValue())
                .body("files.file", hasItems("strategy.yaml", "20.drl"));
    }

    @Test
    void comesAndGoesAsTheFolderItIs() throws IOException {
        for (var name : java.util.List.of("standard", "small-business", "relationship", "guard")) {
            var zip = given().get(OverRest.AT + name + "/versions/live/folder.zip")
                    .asByteArray();
            var files = unzipped(zip);
            try (var folder = Files.walk(Path.of("rules", name))) {
                var onDisk = folder.filter(Files::isRegularFile).toList();
                assertThat(files).hasSameSizeAs(onDisk);
                for (var file : onDisk) {
                    assertThat(files.get(Path.of("rules").relativize(file).toString()))
                            .as(file.toString())
                            .isEqualTo(Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void isTakenFromAZippedFolder() throws IOException {
        create("zipped", callingAfter("zipped", 5));
        var files = new StrategyFiles("zipped", new java.util.TreeMap<>(callingAfter("zipped", 9)));
        given().contentType("application/zip")
                .header("If-Match", tag("zipped/draft"))
                .queryParam("by", "bob")
                .queryParam("why", "from the folder")
                .body(FolderZip.write(files))
                .put(OverRest.AT + "zipped/draft/folder.zip")
                .then()
                .statusCode(200)
                .body("version", equalTo(files.version()));
        given().contentType("application/zip")
                .header("If-Match", tag("zipped/draft"))
                .queryParam("by", "bob")
                .queryParam("why", "not a zip")
                .body("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(OverRest.AT + "zipped/draft/folder.zip")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-file"));
    }

    @Test
    void takesASpreadsheetAsTheTableItHolds() throws IOException {
        create("tabled", callingAfter("tabled", 5));
        table("early.xlsx", sheet("after", false))
                .then()
                .statusCode(200)
                .body("files.'early.csv'", containsString("A2,Remind early,collections,after,REMINDER"));
        post("tabled/draft/check", null, "").then().body("diagnostics.severity", not(hasItem("ERROR")));
        table("early.xlsx", "no sheet".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("detail", containsString("this is not a spreadsheet file"));
    }

    @Test
    void takesASpreadsheetInsideAZipAndNamesTheCellThatIsWrong() throws IOException {
        create("boxed", callingAfter("boxed", 5));
        zip("boxed", sheet("after", false))
                .then()
                .statusCode(200)
                .body("files.'early.csv'", containsString("A2,Remind early,collections,after,REMINDER"))
                .body("files.'10-calls.drl'", containsString("A1 Call"));
        zip("boxed", sheet("afterwards", false)).then().statusCode(200);
        post("boxed/draft/check", null, "")
                .then()
                .body("diagnostics.file", hasItem("early.csv"))
                .body("diagnostics.message", hasItem(containsString("cell D2")));
        var before = tag("boxed/draft");
        zip("boxed", sheet("after", true))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-file"))
                .body("detail", containsString("D2"));
        assertThat(tag("boxed/draft")).isEqualTo(before);
    }

    /** One program shows the first, another takes the last. */
    @Test
    void aZipThatHoldsAFileTwiceIsRefused() throws IOException {
        create("doubled", callingAfter("doubled", 5));
        for (var second : List.of("early.csv", "10-calls.drX")) {
            var twice = zipped("doubled", second, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var name = "doubled/10-calls.drl".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            replace(twice, "doubled/10-calls.drX".getBytes(java.nio.charset.StandardCharsets.UTF_8), name);
            upload("doubled", twice).then().statusCode(second.endsWith("csv") ? 200 : 422);
        }
    }

    /** No library writes such a file; somebody with an editor does. */
    private static void replace(byte[] in, byte[] what, byte[] by) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                System.arraycopy(by, 0, in, i, by.length);
            }
        }
    }

    @Test
    void isCheckedByReadingAloneWhileSomebodyTypes() {
        create("typed", with(callingAfter("typed", 5), "20.drl", "nonsense"));
        post("typed/draft/check?words=true", null, "")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("diagnostics.file", hasItem("20.drl"));
        edit("typed", "ada", with(callingAfter("typed", 5), "scenarios/x.yaml", "nonsense"))
                .then()
                .statusCode(200);
        post("typed/draft/check?words=true", null, "")
                .then()
                .body("passed", equalTo(true))
                .body("checks.check", org.hamcrest.Matchers.contains("compile", "confinement"));
    }

    private static Response zip(String name, byte[] sheet) throws IOException {
        return upload(name, zipped(name, "early.xlsx", sheet));
    }

    private static byte[] zipped(String name, String more, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (var file : callingAfter(name, 5).entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new java.util.zip.ZipEntry(name + "/" + more));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static Response upload(String name, byte[] bytes) {
        return given().contentType("application/zip")
                .header("If-Match", tag(name + "/draft"))
                .queryParam("by", "bob")
                .queryParam("why", "a folder")
                .body(bytes)
                .put(OverRest.AT + name + "/draft/folder.zip");
    }

    private static byte[] sheet(String days, boolean isFormula) throws IOException {
        var sheet = new ByteArrayOutputStream();
        try (var book = new Workbook(sheet, "test", "1.0")) {
            var rows = List.of(
                    List.of("rule", "title", "owner", "daysOverdue >=", "action", "reason"),
                    List.of("A2", "Remind early", "collections", days, "REMINDER", "{daysOverdue} days late"));
            var page = book.newWorksheet("rules");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    page.value(row, column, rows.get(row).get(column));
                }
            }
            if (isFormula) {
                page.formula(1, 3, "2+3");
            }
        }
        return sheet.toByteArray();
    }

    private static Response table(String file, byte[] bytes) {
        return given().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("If-Match", tag("tabled/draft"))
                .queryParam("by", "bob")
                .queryParam("why", "a table")
                .body(bytes)
                .put(OverRest.AT + "tabled/draft/tables/" + file);
    }

    @Test
    void thatNobodyHasIsNotFound() {
        get("nobody/draft").then().statusCode(404);
        get("nobody/versions").then().statusCode(404);
        get("standard/versions/ffffffff").then().statusCode(404);
        post("nobody/versions/ffffffff/activate", "*", by("ada")).then().statusCode(404);
        assertThat(activate("standard", "live", by("ada")).statusCode()).isEqualTo(409);
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
