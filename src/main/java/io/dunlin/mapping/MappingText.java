package io.dunlin.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A mapping as a file of its own, also where it was one section among several. */
public final class MappingText {
    private MappingText() {}

    public static String of(Mapping mapping) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        var document = new LinkedHashMap<String, Object>();
        document.put("name", mapping.name());
        if (mapping.asOf() != null) {
            document.put("asOf", mapping.asOf().toString());
        }
        if (!mapping.rates().perUnit().isEmpty()) {
            document.put("rates", mapping.rates().perUnit());
        }
        document.put("kind", mapping.kind().word());
        document.put("read", read(mapping.format()));
        var fields = new LinkedHashMap<String, Object>();
        mapping.fields().forEach((field, source) -> fields.put(field, field(source)));
        document.put("fields", fields);
        return new Yaml(options).dump(document);
    }

    private static Map<String, Object> read(Format format) {
        var read = new LinkedHashMap<String, Object>();
        read.put("delimiter", format.delimiter());
        read.put("decimal", format.decimal());
        read.put("thousands", format.thousands());
        read.put("dates", format.dates());
        read.put("trim", format.trim());
        return read;
    }

    private static Object field(Source source) {
        var field = new LinkedHashMap<String, Object>();
        put(field, "column", source.column());
        put(field, "text", source.text());
        put(field, "value", source.value());
        put(field, "plusDays", source.plusDays());
        put(field, "default", source.fallback());
        if (!source.values().isEmpty()) {
            field.put("values", source.values());
        }
        if (!source.dates().isEmpty()) {
            field.put("dates", source.dates());
        }
        if (source.optional()) {
            field.put("optional", true);
        }
        return field;
    }

    private static void put(Map<String, Object> block, String key, String value) {
        if (value != null) {
            block.put(key, value);
        }
    }
}
