package io.dunlin.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.vocabulary.Decision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The facts of a decision as they are kept, so that it can be recomputed bit for bit: what was known on its day, nothing
 * later; {@code choice} is how its strategy was chosen, null where nobody chose. Absent values are left out, so that a field added tomorrow changes no id of today.
 */
public record Snapshot(Account account, Book book, Choice choice) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    public static Snapshot of(Account account, Book book) {
        return of(account, book, Choice.NONE);
    }

    public static Snapshot of(Account account, Book book, Choice choice) {
        return new Snapshot(AsOf.known(account, book.asOf()), book, choice.equals(Choice.NONE) ? null : choice);
    }

    public String json() {
        return write(this);
    }

    public static Snapshot read(String json) {
        try {
            return JSON.readValue(json, Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored snapshot cannot be read", e);
        }
    }

    /** Same facts, same day, same versions, same calendar: same id, whoever asks and however often. */
    public String decisionId(Decision decision) {
        // As a tree, because a tree drops the trailing zeros of amounts: 10.0 and 10.00 are the same fact.
        // Without the choice: whoever asked, the same version says the same.
        var facts = write(JSON.valueToTree(new Snapshot(account, book, null)));
        var versions = decision.strategy().name()
                + decision.strategy().version()
                + decision.guard().version()
                + (choice == null ? "" : choice.identity());
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((versions + WorkingDays.VERSION).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(facts.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts cannot be written", e);
        }
    }
}
