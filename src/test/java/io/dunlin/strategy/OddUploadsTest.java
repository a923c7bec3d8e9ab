package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.get;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What comes out of real machines, and what somebody makes to break ours: taken with a meaning, or refused with what to do. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class OddUploadsTest {
    @Test
    void halfACharacterIsRefusedWithItsLineAndNotStoredAsAnother() {
        create("half", callingAfter("half", 5));
        var body = "{\"by\":\"ada\",\"why\":\"odd\",\"files\":{\"a.md\":\"one\\ntwo \\ud800\"}}";
        raw("half", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/files/a.md"))
                .body("errors[0].message", containsString("in line 2"));
        raw("half", body.replace("\\ud800", "\\ud83d\\ude00")).then().statusCode(200);
    }

    @Test
    void whoAndWhyAreNotWrittenInLettersNobodySees() {
        create("seen", callingAfter("seen", 5));
        for (var who : List.of("ad\u200Ba", "ada\0", "\u202Eada", "ada\u001B[31m")) {
            edit("seen", who, callingAfter("seen", 6)).then().statusCode(400).body("errors.pointer", hasItem("/by"));
        }
        var why = by("ada", "files", callingAfter("seen", 6));
        why.put("why", "first\nsecond line");
        OverRest.put("seen/draft", "*", why).then().statusCode(200);
    }

    @Test
    void noAddressHoldsANothing() {
        for (var path :
                List.of("strategies/%00", "strategies/%00/draft", "segments/%00", "decisions/%00", "holds/%00")) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("%00"));
        }
    }

    @Test
    void aFileThatNotEveryMachineCanHaveIsRefused() {
        create("machines", callingAfter("machines", 5));
        var files = callingAfter("machines", 6);
        for (var name : List.of("con.drl", "NUL.md", "scenarios/com1.yaml", "10-CALLS.drl")) {
            edit("machines", "ada", with(files, name, "")).then().statusCode(400);
        }
        for (var name : List.of("con", "nul", "lpt1")) {
            post("", null, by("ada", "name", name)).then().statusCode(400).body("errors.pointer", hasItem("/name"));
        }
    }

    @Test
    void whatAnOperatingSystemPutsIntoAZipIsLeftOut() throws IOException {
        create("mac", callingAfter("mac", 5));
        var odd = List.of("__MACOSX/mac/._10-calls.drl", "mac/.DS_Store", "mac/Thumbs.db", "mac/scenarios/desktop.ini");
        zip("mac", "mac/", callingAfter("mac", 8), odd).then().statusCode(200);
        assertThat(get("mac/draft").<Map<String, String>>path("files")).isEqualTo(callingAfter("mac", 8));
    }

    @Test
    void aPathThatLeadsOutOfAZipIsRefusedAlone() throws IOException {
        create("out", callingAfter("out", 5));
        for (var name :
                List.of("../evil.drl", "/etc/x.drl", "out/../../x.drl", "C:/x.drl", "out\\x.drl", "out/a/b.drl")) {
            zip("out", "out/", callingAfter("out", 8), List.of(name))
                    .then()
                    .statusCode(400)
                    .body("errors.size()", equalTo(1));
        }
        zip("out", "", callingAfter("out", 8), List.of()).then().statusCode(200);
    }

    @Test
    void onlyATableIsPutThereAsOne() {
        create("tables", callingAfter("tables", 5));
        for (var name : List.of("strategy.yaml", "10-calls.drl", "x")) {
            table("tables", name, "x").then().statusCode(422).body("detail", containsString("is no table"));
        }
        for (var name : List.of("x.xlsm", "x.xls", "x.ods")) {
            table("tables", name, "x").then().statusCode(422).body("detail", containsString("save it as .xlsx"));
        }
        var csv = "rule,title,owner,action,reason\nT1,Call,t,CALL,why\n";
        table("tables", "x.csv", "\uFEFF" + csv).then().statusCode(200).body("files.'x.csv'", equalTo(csv));
    }

    private static Response raw(String name, String body) {
        return given().contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put(OverRest.AT + name + "/draft");
    }

    private static Response table(String name, String table, String text) {
        return given().contentType("text/csv")
                .header("If-Match", "*")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put(OverRest.AT + name + "/draft/tables/" + table + "?by=ada&why=odd");
    }

    private static Response zip(String name, String folder, Map<String, String> files, List<String> odd)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (var file : odd) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(new byte[] {0, 1, 'x'});
            }
        }
        return given().contentType("application/zip")
                .header("If-Match", "*")
                .body(bytes.toByteArray())
                .put(OverRest.AT + name + "/draft/folder.zip?by=ada&why=odd");
    }
}
