package io.dunlin.simulation;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.vocabulary.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/** A part of a run as bytes, for another machine: what is to be done, and what it came to. */
public final class Packed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addKeyDeserializer(Tallies.Flow.class, new FlowKey()))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            // What is sorted stays sorted in its own way: items are added to the set that is there.
            .withConfigOverride(TreeSet.class, override -> override.setMergeable(true))
            .build();

    private Packed() {}

    public static byte[] of(Tallies tallies) {
        return write(tallies);
    }

    public static Tallies tallies(byte[] packed) {
        return read(packed, Tallies.class);
    }

    static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a simulation cannot be written", e);
        }
    }

    static <T> T read(byte[] packed, Class<T> type) {
        try {
            return JSON.readValue(packed, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of a simulation cannot be read", e);
        }
    }

    private static final class FlowKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            var actions = key.split(">");
            return new Tallies.Flow(Action.valueOf(actions[0]), Action.valueOf(actions[1]));
        }
    }
}
