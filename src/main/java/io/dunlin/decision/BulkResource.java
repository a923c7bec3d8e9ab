package io.dunlin.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.problem.JsonReader;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Many customers in one request, a line each, answered in the same order while the rest still comes in. A line that cannot
 * be decided is answered with what is wrong with it; the others go on.
 */
@Path("/api/v1/next-best-actions")
public class BulkResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_LINE = 10_000_000;

    private final NextBestAction next;
    private final JsonReader reader;
    private final ObjectMapper json;

    BulkResource(NextBestAction next, JsonReader reader, ObjectMapper json) {
        this.next = next;
        this.reader = reader;
        this.json = json;
    }

    /** @param line of the request, from 1 */
    public record Refused(long line, String code, String title, String detail, List<?> errors) {}

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public StreamingOutput decide(InputStream body) {
        return output -> {
            var lines = new BufferedInputStream(body);
            long number = 0;
            for (var line = line(lines); line != null; line = line(lines)) {
                number++;
                if (!isBlank(line)) {
                    write(answer(number, line), output);
                }
            }
        };
    }

    private Object answer(long number, byte[] line) {
        try {
            if (line.length > LONGEST_LINE) {
                throw Problem.TOO_LARGE.because("One customer may have up to " + LONGEST_LINE + " bytes.");
            }
            return next.ofFacts(reader.read(line, Facts.class));
        } catch (Refusal refusal) {
            var problem = refusal.problem();
            return new Refused(
                    number,
                    problem.code(),
                    problem.title(),
                    refusal.getMessage(),
                    refusal.findings().list());
        }
    }

    /** The next line; of one that is too long only so much that it is seen to be too long. Null after the last. */
    private static byte[] line(InputStream lines) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = lines.read(); c != '\n'; c = lines.read()) {
            if (c < 0) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            if (line.size() <= LONGEST_LINE) {
                line.write(c);
            }
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        for (byte c : line) {
            if (c < 0 || c > ' ') {
                return false;
            }
        }
        return true;
    }

    private void write(Object value, OutputStream output) throws IOException {
        try {
            output.write(json.writeValueAsBytes(value));
            output.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
