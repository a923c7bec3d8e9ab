package io.dunlin.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A day is a text of year, month and day. The library's own reader would also take a list of three numbers, and a moment
 * for its day, whatever its zone makes of that. A number is one that people write: with an exponent of twenty thousand it
 * would be read in no time and written out in a gigabyte. And nothing else stands for a text, or for yes and no.
 */
@Singleton
final class StrictValues implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("strict-values")
                .addDeserializer(LocalDate.class, new Day())
                .addDeserializer(BigDecimal.class, new Amount())
                .addDeserializer(String.class, new Text())
                .addDeserializer(Boolean.class, new YesOrNo(null))
                .addDeserializer(Boolean.TYPE, new YesOrNo(false)));
    }

    /** Last, because of two readers of one type the one that came later reads. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** For a message. */
    private static final MathContext ROUGHLY = new MathContext(20);

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

    private static final class Amount extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        /** Digits before and behind the point that no amount, rate or threshold has. */
        private static final int MOST_DIGITS = 30;

        Amount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var value = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (value == null || (Math.abs(value.scale()) <= MOST_DIGITS && value.precision() <= 2 * MOST_DIGITS)) {
                return value;
            }
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, value.round(ROUGHLY), "%s");
        }
    }

    private static final class Text extends StdDeserializer<String> {
        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? parser.getText()
                    : (String) context.handleUnexpectedToken(String.class, parser);
        }
    }

    private static final class YesOrNo extends StdDeserializer<Boolean> {
        private static final long serialVersionUID = 1;

        private final Boolean otherwise;

        /** @param otherwise stands in for what is left out, or cannot be read and was noted */
        YesOrNo(Boolean otherwise) {
            super(Boolean.class);
            this.otherwise = otherwise;
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_TRUE) || parser.hasToken(JsonToken.VALUE_FALSE)) {
                return parser.getBooleanValue();
            }
            context.handleUnexpectedToken(Boolean.class, parser);
            return otherwise;
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return otherwise;
        }
    }
}
