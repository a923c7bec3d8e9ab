package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody runs the scenarios of a strategy, in a terminal or on a build server. */
class TestCommandTest {
    private static final Path GUARD = Path.of("rules/guard");
    private static final String SCENARIOS = """
            scenarios:
              - name: called after 15 days
                given: { invoice: { due: -15 days } }
                expect: { fires: [T1], action: CALL }
              - name: "not on day 14 <&>"
                given: { invoice: { due: -14 days } }
                expect: { fires: [T1] }
              - name: misspelled
                given: { invoice: { duee: -14 days } }
                expect: { fires: [T1] }
            """;

    @TempDir
    Path folder;

    @Test
    void theShippedStrategiesPass() {
        var run = InProcess.run("test", "rules/small-business", "--coverage");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(" passed, 0 failed, 0 errors")
                .containsPattern("rules: (\\d+) of \\1 shown to fire, \\1 of \\1 shown to stay silent")
                .contains("2 cannot be shown, 0 open")
                .contains("fires  silent  " + Path.of("rules/small-business/20-phone.drl")
                        + ":19:46      daysOverdue >= weekAfter");
        assertThat(InProcess.run("test", "rules/guard").exit()).isZero();
    }

    @Test
    void whatFailsIsToldWithItsPlaceAndWhyAndEndsInOne() throws IOException {
        var run = test(SCENARIOS);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL " + folder.resolve("tiny/scenarios/t.yaml") + ":5  not on")
                .contains("fires     expected  T1\n            got       none")
                .contains("T1 did not fire for INV-1: daysOverdue > 14 (was 14, needs > 14)")
                .contains("ERROR " + folder.resolve("tiny/scenarios/t.yaml") + ":8  misspelled")
                .contains("t.yaml:9  unknown name `duee`; did you mean `due`?")
                .contains("3 scenarios, 1 passed, 1 failed, 1 errors");
    }

    @Test
    void jsonIsOneStableDocument() throws IOException {
        var document = Json.mapper().readTree(test(SCENARIOS, "--json").out());
        assertThat(document.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(document.path("strategy").path("name").asText()).isEqualTo("tiny");
        assertThat(document.path("passed").asBoolean()).isFalse();
        assertThat(document.path("counts").path("FAIL").asInt()).isEqualTo(1);
        var failed = document.path("scenarios").get(1);
        assertThat(failed.path("file").asText()).isEqualTo("scenarios/t.yaml");
        assertThat(failed.path("line").asInt()).isEqualTo(5);
        assertThat(failed.path("findings").get(0).path("expected").asText()).isEqualTo("T1");
        var condition = document.path("coverage")
                .path("rules")
                .get(0)
                .path("conditions")
                .get(1);
        assertThat(condition.path("condition").asText()).isEqualTo("daysOverdue > 14");
        assertThat(condition.path("held").asBoolean()).isTrue();
        assertThat(condition.path("failed").asBoolean()).isFalse();
    }

    @Test
    void junitXmlIsWhatItsReadersAgreeOn() throws Exception {
        var file = folder.resolve("junit.xml");
        assertThat(test(SCENARIOS, "--junit", file.toString()).exit()).isEqualTo(1);

        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit.xsd").toFile());
        schema.newValidator().validate(new StreamSource(file.toFile()));
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testsuite")
                .item(0)
                .getAttributes();
        assertThat(suite.getNamedItem("name").getNodeValue()).isEqualTo("scenarios/t.yaml");
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("3");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        assertThat(suite.getNamedItem("errors").getNodeValue()).isEqualTo("1");
    }

    @Test
    void whatIsNotThereEndsInOneAndAMistypedOptionInTwo() throws IOException {
        var missing = InProcess.run("test", folder.resolve("nothing").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("is not a strategy: it has no strategy.yaml");
        assertThat(InProcess.run("test").exit()).isEqualTo(2);
        assertThat(InProcess.run("test", "rules/guard", "--junitt", "x").exit()).isEqualTo(2);
    }

    @Test
    void aStrategyWithoutScenariosHasNotPassedAny() throws IOException {
        var run = test("scenarios: []");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("has no scenarios; write some into");
    }

    private InProcess test(String scenarios, String... options) throws IOException {
        var strategy = folder.resolve("tiny");
        Files.createDirectories(strategy.resolve("scenarios"));
        Files.writeString(strategy.resolve("strategy.yaml"), """
                name: tiny
                purpose: for tests
                currency: EUR
                ladder: [ CALL ]
                """);
        Files.writeString(strategy.resolve("10.drl"), """
                package tiny;
                import io.dunlin.vocabulary.*;
                rule "T1 Call"
                    @owner( tests )
                when
                    $i : Invoice( collectable > 0, daysOverdue > 14 )
                then
                    propose( $i, CALL, "{daysOverdue} days late" );
                end
                """);
        Files.writeString(strategy.resolve("scenarios/t.yaml"), scenarios);
        var arguments = new ArrayList<String>(List.of("test", strategy.toString(), "--guard", GUARD.toString()));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments.toArray(String[]::new));
    }
}
