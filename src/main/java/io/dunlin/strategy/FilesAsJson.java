package io.dunlin.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** File names and texts in one column, written with a mapper of their own: what the service does to its JSON is not theirs. */
@Converter
public class FilesAsJson implements AttributeConverter<Map<String, String>, String> {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(Map<String, String> files) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(files));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("files cannot be written", e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored files cannot be read", e);
        }
    }
}
