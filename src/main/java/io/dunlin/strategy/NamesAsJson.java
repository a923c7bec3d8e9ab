package io.dunlin.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.SortedSet;
import java.util.TreeSet;

/** A few names of people in one column; nobody searches by them. */
@Converter
public class NamesAsJson implements AttributeConverter<SortedSet<String>, String> {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(SortedSet<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names cannot be written", e);
        }
    }

    @Override
    public SortedSet<String> convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<TreeSet<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored names cannot be read", e);
        }
    }
}
