package io.dunlin.problem;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.dunlin.vocabulary.Guess;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Nothing unknown is swallowed, nothing is guessed, and reading goes on after a fault so that all are told at once. */
@Singleton
final class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.addHandler(new NoteAndGoOn());
    }

    /** Acts only where {@link JsonReader} left it a place to note things. */
    private static final class NoteAndGoOn extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            var known = deserializer == null ? null : deserializer.getKnownPropertyNames();
            if (!note(
                    context,
                    place(context, parser, name),
                    "there is no field `" + name + "` here" + meant(name, known))) {
                return false;
            }
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> wanted, String value, String failure) {
            return note(context, context.getParser(), "`" + shortened(value) + "` is not " + expectation(wanted, value))
                    ? null
                    : NOT_HANDLED;
        }

        @Override
        public Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> wanted, Number value, String failure) {
            return note(context, context.getParser(), value + " is not " + expectation(wanted, ""))
                    ? null
                    : NOT_HANDLED;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType wanted, JsonToken token, JsonParser parser, String failure)
                throws IOException {
            if (!note(context, parser, "this must be " + expectation(wanted.getRawClass(), ""))) {
                return NOT_HANDLED;
            }
            parser.skipChildren();
            return null;
        }

        private static boolean note(DeserializationContext context, JsonParser parser, String message) {
            return note(context, pointer(parser), message);
        }

        private static boolean note(DeserializationContext context, String pointer, String message) {
            if (!(context.getAttribute(Findings.class) instanceof Findings findings)) {
                return false;
            }
            findings.at(pointer, message.endsWith("?") ? message : message + ".");
            return true;
        }

        /** A field may be put aside and told only when its object is whole; then the parser of what was put aside is lost. */
        private static String place(DeserializationContext context, JsonParser parser, String name) {
            var whole = context.getParser();
            if (parser == whole) {
                return pointer(parser);
            }
            var at = whole.getParsingContext();
            var object = whole.currentToken() == JsonToken.END_OBJECT ? at : at.getParent();
            return (object == null ? "" : object.pathAsPointer().toString()) + "/"
                    + name.replace("~", "~0").replace("/", "~1");
        }

        /** At the opening bracket of a value the parser is inside it already, on a field that is none yet. */
        private static String pointer(JsonParser parser) {
            var opening = parser.currentToken() != null && parser.currentToken().isStructStart();
            var inside = parser.getParsingContext();
            var around = opening && inside.getParent() != null ? inside.getParent() : inside;
            return around.pathAsPointer().toString();
        }

        private static String expectation(Class<?> wanted, String value) {
            if (wanted == LocalDate.class) {
                return "a date; write it as year-month-day, for example \"2026-03-31\"";
            }
            if (wanted.isEnum()) {
                var names = Arrays.stream(wanted.getEnumConstants())
                        .map(Objects::toString)
                        .toList();
                return "one of " + String.join(", ", names) + meant(value, names);
            }
            if (Number.class.isAssignableFrom(wanted) || wanted == int.class || wanted == long.class) {
                return "a number; write it plainly, for example 1234.50";
            }
            if (wanted == Boolean.class || wanted == boolean.class) {
                return "true or false";
            }
            if (wanted == String.class) {
                return "a text in quotes";
            }
            return Collection.class.isAssignableFrom(wanted) ? "a list: [ … ]" : "an object: { … }";
        }

        private static String meant(String written, Collection<?> known) {
            if (known == null || known.isEmpty()) {
                return "";
            }
            var names = known.stream().map(Objects::toString).collect(Collectors.toCollection(java.util.TreeSet::new));
            return Guess.nearest(written, names)
                    .map(name -> "; did you mean `" + name + "`?")
                    .orElse("");
        }

        private static String shortened(String value) {
            return value.length() <= 60 ? value : value.substring(0, 60) + "…";
        }
    }
}
