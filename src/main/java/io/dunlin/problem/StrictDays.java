package io.dunlin.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A day is a text of year, month and day. The library's own reader would also take a list of three numbers, and a moment
 * for its day, whatever its zone makes of that.
 */
@Singleton
final class StrictDays implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("strict-days").addDeserializer(LocalDate.class, new Day()));
    }

    /** Last, because of two readers of one type the one that came later reads. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Day extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return LocalDate.parse(parser.getText());
            } catch (DateTimeException e) {
                return (LocalDate)
                        context.handleWeirdStringValue(LocalDate.class, parser.getText(), "%s", e.getMessage());
            }
        }
    }
}
