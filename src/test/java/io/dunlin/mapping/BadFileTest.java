package io.dunlin.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadFileTest {
    private static final String MAPPING = """
            kind: invoices
            read: { thousands: "'" }
            fields:
              id: id
              customer: customer
              customer.country: country
              issued: issued
              due: due
              amount: amount
              currency: currency
            """;
    private static final String HEADER = "id,customer,country,issued,due,amount,currency\n";
    private static final String GOOD = "1,C,DE,2026-01-01,2026-01-31,10.00,EUR\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "9,C,DE,31.01.2026,2026-01-31,1,EUR; issued; 31.01.2026; is not a date written as yyyy-MM-dd",
                "9,C,DE,2026-02-29,2026-03-31,1,EUR; issued; 2026-02-29; is not a date",
                "9,C,DE,0026-01-01,2026-01-31,1,EUR; issued; 0026-01-01; outside the years",
                "9,C,DE,2026-01-01,2025-12-31,1,EUR; due; 2025-12-31; before",
                "9,C,DE,2026-01-01,2026-01-31,abc,EUR; amount; abc; is not a number",
                "9,C,DE,2026-01-01,2026-01-31,1e5,EUR; amount; 1e5; is not a number",
                "9,C,DE,2026-01-01,2026-01-31,1'00,EUR; amount; 1'00; where no thousands are",
                "9,C,DE,2026-01-01,2026-01-31,-1.00,EUR; amount; -1.00; what is owed back is a credit",
                "9,C,DE,2026-01-01,2026-01-31,0,EUR; amount; 0; must be above zero",
                "9,C,DE,2026-01-01,2026-01-31,1.005,EUR; amount; 1.005; has more decimals than EUR has (2)",
                "9,C,DE,2026-01-01,2026-01-31,10.5,JPY; amount; 10.5; has more decimals than JPY has (0)",
                "9,C,DE,2026-01-01,2026-01-31,99999999999999999999,EUR; amount; 99999999999999999999; larger than any",
                "9,C,DE,2026-01-01,2026-01-31,1,EURO; currency; EURO; is not a currency",
                "9,C,Germany,2026-01-01,2026-01-31,1,EUR; country; Germany; is not a country",
                "9,,DE,2026-01-01,2026-01-31,1,EUR; customer; ; is missing",
                "9,C,DE,,2026-01-31,1,EUR; issued; ; is missing",
            })
    void aBadRowIsToldWithLineColumnValueAndReasonAndTheOthersGoIn(String row, String column, String value, String why)
            throws Exception {
        var read = Collected.read(HEADER + GOOD + row + "\n" + GOOD.replace("1,C", "2,C"), MAPPING);

        assertThat(read.tally).isEqualTo(new CsvFile.Tally(2, 1));
        assertThat(read.rejects).hasSize(1);
        var reject = read.rejects.get(0);
        assertThat(reject.line()).isEqualTo(3);
        assertThat(reject.column()).isEqualTo(column);
        assertThat(reject.value()).isEqualTo(value);
        assertThat(reject.reason()).contains(why);
    }

    @Test
    void aRaggedRowIsToldWithItsLineAlsoAfterACellWithLineBreaks() throws Exception {
        var read = Collected.read(HEADER + "\"1\n1\",C\n" + GOOD + "a,b,c,d,e,f,g,h\n", MAPPING);

        assertThat(read.rejects)
                .containsExactly(
                        new Reject(2, null, null, "has 2 columns where the header has 7"),
                        new Reject(5, null, null, "has 8 columns where the header has 7"));
        assertThat(read.rows).hasSize(1);
    }

    @Test
    void allThatIsWrongWithARowIsTold() throws Exception {
        var read = Collected.read(HEADER + "9,C,DE,x,y,z,EUR\n", MAPPING);

        assertThat(read.rejects).extracting(Reject::column).containsExactlyInAnyOrder("issued", "due", "amount");
        assertThat(read.tally).isEqualTo(new CsvFile.Tally(0, 1));
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedNamingByteAndLine() {
        var bytes = (HEADER + GOOD + "2,Bäcker").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("byte 0xE4 at offset " + (HEADER.length() + GOOD.length() + 3) + ", line 3");
    }

    @Test
    void aFileInUtf16OrCutOffInTheMiddleOfACharacterIsRefused() {
        assertThatThrownBy(() -> read(HEADER.getBytes(StandardCharsets.UTF_16))).hasMessageContaining("UTF-16");
        var whole = (HEADER + "2,ä").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoTrouble() throws Exception {
        var read = Collected.read("\uFEFF" + (HEADER + GOOD).replace("\n", "\r\n"), MAPPING);
        assertThat(read.only().invoices().get(0).id()).isEqualTo("1");
    }

    @Test
    void anEmptyFileIsRefusedAndAHeaderAloneIsNoRows() throws Exception {
        assertThatThrownBy(() -> read(new byte[0]))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("empty");
        assertThat(Collected.read(HEADER, MAPPING).tally).isEqualTo(new CsvFile.Tally(0, 0));
    }

    @Test
    void aMissingColumnIsNamedWithWhatWasProbablyMeant() {
        assertThatThrownBy(() -> Collected.read(HEADER.replace("amount", "Amounts") + GOOD, MAPPING))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no column `amount` (needed for amount); did you mean `Amounts`?");
        assertThatThrownBy(() -> Collected.read(HEADER.replace("issued", "due") + GOOD, MAPPING))
                .hasMessageContaining("`due` stands in the header twice");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> Collected.read(HEADER + "\"1,C\n" + "x".repeat(20_000_000), MAPPING))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("quote");
    }

    private static void read(byte[] bytes) throws Exception {
        Collected.read(new ByteArrayInputStream(bytes), Mapping.parse(MAPPING));
    }
}
