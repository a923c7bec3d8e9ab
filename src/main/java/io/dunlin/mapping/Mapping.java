package io.dunlin.mapping;

import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.Map;

/** How one CSV file of one kind becomes book records; {@code docs/mappings.md} shows how to write one. */
public final class Mapping {
    private final String name;
    private final Kind kind;
    private final Format format;
    private final Map<String, Source> fields;
    private final LocalDate asOf;
    private final Rates rates;

    Mapping(String name, Kind kind, Format format, Map<String, Source> fields, LocalDate asOf, Rates rates) {
        this.name = name;
        this.kind = kind;
        this.format = format;
        this.fields = fields;
        this.asOf = asOf;
        this.rates = rates;
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

    /** The day the file was written for; null where the mapping does not say. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The rates of that day, if the mapping gives any. */
    public Rates rates() {
        return rates;
    }

    Format format() {
        return format;
    }

    /** Whether rows can bring it. */
    public boolean brings(String field) {
        return fields.containsKey(field);
    }

    Map<String, Source> fields() {
        return fields;
    }
}
