package io.dunlin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://evil.example\")",
                "+49 30 1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\uFF1D1+1",
                "-",
                "-1=2"
            })
    void aTextThatASpreadsheetWouldRunIsMarkedAsText(String name) throws Exception {
        assertThat(forPeople(name).replace("\"\"", "\"")).matches("(?s)\"?'.*").contains(name);
    }

    @Test
    void numbersDatesAndOrdinaryTextStay() throws Exception {
        assertThat(forPeople(new BigDecimal("-1190.50"))).isEqualTo("-1190.50");
        assertThat(forPeople(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(forPeople(-3)).isEqualTo("-3");
        assertThat(forPeople(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01");
        assertThat(forPeople(Action.CALL)).isEqualTo("CALL");
        assertThat(forPeople("-17")).as("an id that is a number").isEqualTo("-17");
        assertThat(forPeople("Müller & Co = gut")).isEqualTo("Müller & Co = gut");
        assertThat(forPeople("'quoted")).isEqualTo("'quoted");
        assertThat(forPeople((Object) null)).isEmpty();
    }

    @Test
    void programsGetEveryTextAsItIs() throws Exception {
        var out = new StringWriter();
        try (var table = CsvTable.exact(out)) {
            table.row("=1+1", new BigDecimal("-1"));
        }
        assertThat(out).hasToString("=1+1,-1\n");
    }

    private static String forPeople(Object... cells) throws Exception {
        var out = new StringWriter();
        try (var table = CsvTable.forPeople(out)) {
            table.row(cells);
        }
        return out.toString().replaceFirst("\n$", "");
    }
}
