package io.dunlin.simulation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Guess;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a cost table. */
public final class PricesReader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<String> KEYS = List.of("currency", "actions", "channels");
    private static final int MOST_DECIMALS = 20;

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
        for (var key : (Iterable<String>) table::fieldNames) {
            known(key, KEYS, "key");
        }
        var currency = table.path("currency").asText("");
        if (!isCurrency(currency)) {
            throw new SimulationRefused("the cost table needs a currency, such as currency: EUR");
        }
        return new Prices(
                currency,
                prices(table.path("actions"), Action.class, "action"),
                prices(table.path("channels"), Channel.class, "channel"));
    }

    private static <E extends Enum<E>> Map<E, BigDecimal> prices(JsonNode block, Class<E> type, String what)
            throws SimulationRefused {
        if (!block.isObject() && !block.isMissingNode() && !block.isNull()) {
            throw new SimulationRefused("`" + what + "s` of a cost table must be a block of names and costs");
        }
        var names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        var prices = new EnumMap<E, BigDecimal>(type);
        for (var entry : block.properties()) {
            known(entry.getKey(), names, what);
            var price = entry.getValue().decimalValue();
            if (!entry.getValue().isNumber() || price.signum() < 0 || Math.abs(price.scale()) > MOST_DECIMALS) {
                throw new SimulationRefused("the cost of " + entry.getKey() + " must be a number, zero or more");
            }
            prices.put(Enum.valueOf(type, entry.getKey()), price);
        }
        return prices;
    }

    private static void known(String word, Collection<String> known, String what) throws SimulationRefused {
        if (!known.contains(word)) {
            var hint = Guess.question(word, known);
            throw new SimulationRefused("there is no " + what + " `" + word + "` in a cost table; "
                    + (hint == null ? "these are known: " + String.join(", ", known) : hint));
        }
    }

    private static JsonNode table(String yaml) throws SimulationRefused {
        try {
            return YAML.readTree(yaml);
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
