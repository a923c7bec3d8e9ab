package io.dunlin.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.book.Account;

/** What one row says, as it lies on disk. */
record Written(String json) implements Stored.Part {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(Account.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Account.class);

    static Written of(Account partial) {
        try {
            return new Written(WRITER.writeValueAsString(partial));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the book cannot be written", e);
        }
    }

    @Override
    public Account facts() {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row laid down by ourselves cannot be read", e);
        }
    }
}
