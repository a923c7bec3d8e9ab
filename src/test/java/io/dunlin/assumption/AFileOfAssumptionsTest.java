package io.dunlin.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.assumption.Assumptions.Response;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AFileOfAssumptionsTest {
    private static final String GOOD = """
            draws: 50
            unasked:
              not due: 0.5 to 1 % a day
              1-30: 2 % a day
              31-60: 1 % a day
              61-90: 1 % a day
              over 90: 0 % a day
            responses:
              REMINDER: { pays: 5 to 15 %, within: 10 days }
              CALL 2: { pays: 25%, within: 1 day }
            again: 40 to 70 %
            together: 50 %
            partial: { chance: 10 %, share: 50 % }
            except:
              - segment: retail
                sizeClass: A
                responses: { CALL: { pays: 40 %, within: 7 days } }
            """;

    @Test
    void whatItSaysIsWhatIsRead() throws Exception {
        var read = AssumptionsReader.read("a.yaml", GOOD);
        assertThat(read.draws()).isEqualTo(50);
        assertThat(read.unasked().get(Age.NOT_DUE)).isEqualTo(range("0.5", "1"));
        assertThat(read.unasked().get(Age.OLDER)).isEqualTo(range("0", "0"));
        assertThat(read.responses())
                .isEqualTo(Map.of(
                        "REMINDER", new Response(range("5", "15"), 10), "CALL 2", new Response(range("25", "25"), 1)));
        assertThat(read.again()).isEqualTo(range("40", "70"));
        assertThat(read.partial().share()).isEqualTo(range("50", "50"));
        assertThat(read.except()).singleElement().satisfies(except -> {
            assertThat(except.fits("retail", SizeClass.A)).isTrue();
            assertThat(except.fits("retail", SizeClass.B)).isFalse();
            assertThat(except.fits(null, SizeClass.A)).isFalse();
            assertThat(except.who()).isEqualTo("segment retail, size class A");
        });
        assertThat(read.name()).isEqualTo("a.yaml");
        assertThat(read.sha256()).hasSize(64);
    }

    private static Range range(String low, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }

    @Test
    void theOneThatComesWithDunlinCanBeReadAndSaysThatItIsMadeUp() throws IOException, AssumptionsRefused {
        try (var in = getClass().getResourceAsStream("/simulation/assumptions.yaml")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("made up").contains("Nobody measured them");
            assertThat(AssumptionsReader.read("assumptions.yaml", text).except())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "draws: 50 | draws: 19 | line 1: `draws` must be a whole number from 20 to 1000",
                "draws: 50 | draws: many | line 1: `draws` must be a whole number",
                "draws: 50 | draw: 50 | line 1: unknown `draw`; did you mean `draws`?",
                "  1-30: 2 % a day | | `1-30` is missing in `unasked`",
                "  1-30: 2 % a day |   1-31: 2 % a day | line 4: unknown `1-31`; did you mean `1-30`?",
                "2 % a day | 2 % | line 4: `1-30` must be a percentage such as `5 % a day`",
                "2 % a day | 2 a day | line 4: `1-30` must be a percentage",
                "2 % a day | 102 % a day | line 4: `1-30` must not be more than 100 %",
                "0.5 to 1 % | 1 to 0.5 % | line 3: `not due` must not be more than 100 %, and go from the lower",
                "0.5 to 1 % | -1 % | line 3: `not due` must be a percentage",
                "REMINDER: | REMAINDER: | line 9: unknown action `REMAINDER`; did you mean `REMINDER`?",
                "REMINDER: | NO_ACTION: | line 9: unknown action `NO_ACTION`; one of ",
                "REMINDER: | REMINDER 12: | line 9: unknown action `REMINDER 12`",
                "within: 10 days | within: 10 | line 9: `within` must be `1 day` to `365 days`, not `10`; write the unit",
                "within: 10 days | within: 0 days | line 9: `within` must be",
                "^, within: 10 days^ | | line 9: `within` is missing in `REMINDER`",
                "pays: 5 to 15 % | pays: 0.15 | line 9: `pays` must be a percentage such as `5 %`",
                "pays: 5 to 15 % | chance: 5 % | line 9: unknown `chance`",
                "again: 40 to 70 % | | `again` is missing in the assumptions",
                "together: 50 % | together: [50] | line 12: `together` must be a single value",
                "^, share: 50 %^ | | line 13: `share` is missing in `partial`",
                "  - segment: retail |   - segmnt: retail | line 15: unknown `segmnt`; did you mean `segment`?",
                "sizeClass: A | sizeClass: D | line 16: unknown size class `D`; one of A, B, C, UNRATED",
                "^{ CALL: { pays: 40 %, within: 7 days } }^ | 7 | line 17: `responses` must be a block",
                "again: 40 to 70 % | draws: 60 | line 11: `draws` stands there twice",
                "again: 40 to 70 % | ^again: \"^ | they are not well formed",
                "again: 40 to 70 % | ^again: &a 40 %\nagain2: *a^ | unknown `again2`"
            })
    void eachMistakeIsToldWithItsLine(String good, String bad, String told) {
        var text = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> AssumptionsReader.read("a.yaml", text))
                .isInstanceOf(AssumptionsRefused.class)
                .hasMessageStartingWith("the assumptions in a.yaml cannot be used:")
                .hasMessageContaining(told);
    }

    /** As JSON says of any segment; it is none that is called null. */
    @Test
    void aValueLeftEmptySaysNothing() throws Exception {
        var empty = AssumptionsReader.read("a", GOOD.replace("segment: retail", "segment: null"));
        assertThat(empty.except().get(0).segment()).isNull();
        assertThatThrownBy(() -> AssumptionsReader.read("a", GOOD.replace("again: 40 to 70 %", "again:")))
                .hasMessageContaining("`again` is missing");
    }

    @Test
    void allMistakesAreToldAtOnceAndAnEmptyFileIsOne() {
        var text = GOOD.replace("draws: 50", "draws: 5").replace("CALL 2", "CAL 2");
        assertThatThrownBy(() -> AssumptionsReader.read("a.yaml", text))
                .hasMessageContaining("line 1:")
                .hasMessageContaining("line 10:");
        assertThatThrownBy(() -> AssumptionsReader.read("a.yaml", "# nothing\n"))
                .hasMessageContaining("they are empty");
        assertThatThrownBy(() -> AssumptionsReader.read("a.yaml", "- 1\n")).hasMessageContaining("must be a block");
    }
}
