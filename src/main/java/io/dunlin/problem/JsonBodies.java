package io.dunlin.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads JSON bodies in place of the framework's reader, which stops at the first fault and has no limit of its own. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodies implements MessageBodyReader<Object> {
    private final JsonReader reader;
    private final int longest;

    JsonBodies(JsonReader reader, ProblemConfig config) {
        this.reader = reader;
        this.longest = Math.toIntExact(config.longestBody().asLongValue());
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !type.getName().startsWith("java.io.") && !type.getName().startsWith("java.lang.") && !type.isArray();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var announced = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > longest) {
            throw tooLarge();
        }
        var bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw tooLarge();
        }
        return reader.read(new ByteArrayInputStream(bytes), generic);
    }

    private Refusal tooLarge() {
        return Problem.TOO_LARGE.because("A JSON body may have up to " + longest
                + " bytes. Send fewer records at a time, or a file to /api/v1/imports.");
    }
}
