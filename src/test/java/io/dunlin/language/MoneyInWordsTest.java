package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyInWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|EUR|0.00 EUR",
                "0.005|EUR|0.00 EUR",
                "0.015|EUR|0.02 EUR",
                "999.999|EUR|1,000.00 EUR",
                "1234.5|EUR|1,234.50 EUR",
                "-123456|EUR|-123,456.00 EUR",
                "-123|EUR|-123.00 EUR",
                "1E+6|EUR|1,000,000.00 EUR",
                "1234567|JPY|1,234,567 JPY",
                "999.5|JPY|1,000 JPY",
                "1234.5678|KWD|1,234.568 KWD"
            })
    void amountsAreGroupedAndRoundedToTheirCurrency(BigDecimal amount, String currency, String words) {
        assertThat(Template.money(amount, currency)).isEqualTo(words);
    }

    @Test
    void itReadsAsTheFormatterOfTheJdkWouldWriteIt() {
        var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var amount = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(6));
            // The JDK writes a negative nothing, we do not.
            if (amount.setScale(2, RoundingMode.HALF_EVEN).signum() != 0) {
                assertThat(Template.money(amount, "EUR")).isEqualTo(format.format(amount) + " EUR");
            }
        }
    }
}
