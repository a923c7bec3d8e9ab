package io.dunlin.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

/** Turns what a client sent into a value, or refuses with everything that is wrong with it. */
@Singleton
public final class JsonReader {
    private final ObjectMapper mapper;
    private final ObjectReader strict;

    JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.strict = mapper.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .without(StreamReadFeature.AUTO_CLOSE_SOURCE);
    }

    public <T> T read(String json, Class<T> type) {
        return type.cast(read(json, mapper.constructType(type)));
    }

    public <T> T read(byte[] json, Class<T> type) {
        return type.cast(read((Object) new ByteArrayInputStream(json), mapper.constructType(type)));
    }

    Object read(InputStream json, Type type) throws IOException {
        return read((Object) json, mapper.constructType(type));
    }

    /** Refuses; an IOException that comes out of here is a broken connection. */
    private Object read(Object json, JavaType type) {
        var findings = new Findings();
        var reader = strict.forType(type).withAttribute(Findings.class, findings);
        Object value = null;
        try {
            value = json instanceof String text ? reader.readValue(text) : reader.readValue((InputStream) json);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonParseException inside) {
                throw broken(inside);
            }
            // The lenient handler noted what it could; this is what stopped it, unless that was noted already.
            var place = pointer(e);
            if (findings.list().stream().noneMatch(finding -> place.equals(finding.pointer()))) {
                findings.at(place, sentence(e));
            }
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (CharConversionException e) {
            throw Problem.BROKEN_JSON.because("The body is not UTF-8 text. Save or send it as UTF-8.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        if (value == null) {
            throw Problem.BROKEN_JSON.because("The body is empty. Send a JSON object.");
        }
        return value;
    }

    private static Refusal broken(JsonProcessingException e) {
        var where = e.getLocation() == null
                ? ""
                : "Line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
        var what = e instanceof JsonEOFException
                ? "the text ends too early; a bracket, brace or quote before this place is not closed"
                : plain(e.getOriginalMessage());
        var remedy = e instanceof JsonParseException
                ? ". Correct the text there and send it again."
                : ". Send a smaller or flatter body.";
        return Problem.BROKEN_JSON.because(where + what + remedy);
    }

    /** Without the parser's advice to whoever configures it. */
    private static String plain(String message) {
        return message.replaceAll(", from `StreamReadConstraints[^`]*`", "")
                .replaceAll(": enable `[^`]*` to allow", "");
    }

    private static boolean isBeyondNumbers(Throwable cause) {
        return cause instanceof InputCoercionException
                || cause instanceof StreamConstraintsException
                || cause instanceof NumberFormatException
                || cause instanceof ArithmeticException;
    }

    private static String sentence(JsonMappingException e) {
        if (e instanceof MismatchedInputException && e.getOriginalMessage().startsWith("Trailing token")) {
            return "something follows the end of the body; send one JSON object.";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getPath().isEmpty()) {
            return "the body is empty or not a JSON object. Send a JSON object.";
        }
        if (isBeyondNumbers(e) || isBeyondNumbers(e.getCause())) {
            return "this number is larger or longer than any that can be meant; correct it.";
        }
        return "this cannot be read. Compare it with the example under /q/swagger-ui.";
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
