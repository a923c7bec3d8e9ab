package io.dunlin.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How one CSV file of one kind becomes book records; {@code docs/mappings.md} shows how to write one. */
public final class Mapping {
    private final String name;
    private final Kind kind;
    private final Format format;
    private final Map<String, Source> fields;

    Mapping(String name, Kind kind, Format format, Map<String, Source> fields) {
        this.name = name;
        this.kind = kind;
        this.format = format;
        this.fields = fields;
    }

    /** @throws MappingException with every finding, not only the first */
    public static Mapping parse(String yaml) throws MappingException {
        var folder = MappingYaml.parse(yaml);
        if (folder.files().size() != 1) {
            throw new MappingException("the mapping describes several files ("
                    + String.join(", ", folder.files().keySet()) + "), here it must be one");
        }
        return folder.files().values().iterator().next();
    }

    /** One of the mappings that come with Dunlin, for example {@code ibm-late-payments}. */
    public static Mapping named(String name) throws MappingException {
        if (!name.matches("[a-z0-9-]+")) {
            throw new MappingException("`" + name + "` is not the name of a mapping");
        }
        try (var in = Mapping.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            if (in == null) {
                throw new MappingException("there is no mapping named `" + name + "`");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    Format format() {
        return format;
    }

    Map<String, Source> fields() {
        return fields;
    }
}
