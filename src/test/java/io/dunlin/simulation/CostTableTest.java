package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cost table that is not what somebody meant would make every comparison cheaper than it is. */
class CostTableTest {
    @Test
    void whatHasNoPriceIsNamed() throws Exception {
        var prices =
                PricesReader.read("currency: EUR\nactions: { CALL: 6.5 }\nchannels: { EMAIL: 0.05, INTERNAL: 0 }\n");
        assertThat(prices.of(Action.CALL, Channel.PHONE)).isEqualTo(new BigDecimal("6.5"));
        assertThat(prices.unpriced()).contains("PHONE", "LETTER").doesNotContain("EMAIL", "INTERNAL");
        assertThat(PricesReader.standard().unpriced()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | needs a currency",
                "channels: { EMAIL: 1 } | needs a currency",
                "currency: EURO | needs a currency",
                "{ currency: EUR, chanels: { EMAIL: 1 } } | did you mean `channels`?",
                "{ currency: EUR, actions: { CAL: 1 } } | did you mean `CALL`?",
                "{ currency: EUR, channels: { PIGEON: 1 } } | these are known: ",
                "{ currency: EUR, channels: { EMAIL: -1 } } | the cost of EMAIL must be a number",
                "{ currency: EUR, channels: { EMAIL: cheap } } | the cost of EMAIL must be a number",
                "{ currency: EUR, channels: { EMAIL: 1e-999999 } } | the cost of EMAIL must be a number",
                "{ currency: EUR, channels: { EMAIL: 1, EMAIL: 2 } } | Duplicate field 'EMAIL'",
                "{ currency: EUR, actions: [CALL] } | `actions` of a cost table must be a block",
                "{ currency: EUR, channels: 5 } | `channels` of a cost table must be a block",
                "{ currency: EUR | cannot be read, line 1"
            })
    void whatCannotBeMeantIsRefusedInWords(String table, String words) {
        assertThatThrownBy(() -> PricesReader.read(table))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("com.fasterxml", "io.dunlin");
    }
}
