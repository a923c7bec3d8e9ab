package io.dunlin.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a cost table. */
public final class PricesReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Table(String currency, Map<Action, BigDecimal> actions, Map<Channel, BigDecimal> channels) {}

    private PricesReader() {}

    /** The one that comes with Dunlin. */
    public static Prices standard() {
        try (var in = PricesReader.class.getResourceAsStream("/simulation/costs.yaml")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SimulationRefused e) {
            throw new IllegalStateException("the cost table that comes with Dunlin cannot be read", e);
        }
    }

    public static Prices read(String yaml) throws SimulationRefused {
        var table = table(yaml);
        if (table == null || table.currency() == null || !isCurrency(table.currency())) {
            throw new SimulationRefused("the cost table needs a currency, such as currency: EUR");
        }
        var actions = table.actions() == null ? Map.<Action, BigDecimal>of() : table.actions();
        var channels = table.channels() == null ? Map.<Channel, BigDecimal>of() : table.channels();
        if (Stream.of(actions.values(), channels.values())
                .flatMap(Collection::stream)
                .anyMatch(price -> price == null || price.signum() < 0)) {
            throw new SimulationRefused("a cost must be a number, zero or more");
        }
        return new Prices(table.currency(), actions, channels);
    }

    private static Table table(String yaml) throws SimulationRefused {
        try {
            return YAML.readValue(yaml, Table.class);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SimulationRefused("the cost table cannot be read, line " + line + ": " + e.getOriginalMessage());
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code));
    }
}
