package io.dunlin.mapping;

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
        return only(MappingYaml.parse(yaml));
    }

    /** One of the mappings that come with Dunlin, for example {@code ibm-late-payments}. */
    public static Mapping named(String name) throws MappingException {
        return only(Folder.named(name));
    }

    private static Mapping only(Folder folder) throws MappingException {
        if (folder.files().size() != 1) {
            throw new MappingException("the mapping describes several files ("
                    + String.join(", ", folder.files().keySet()) + "), here it must be one");
        }
        return folder.files().values().iterator().next();
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
