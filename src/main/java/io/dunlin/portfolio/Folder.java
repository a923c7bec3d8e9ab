package io.dunlin.portfolio;

import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.Map;

/**
 * A mapping file as a whole: one mapping, or one for each file of a directory.
 *
 * @param asOf the day the files were written for; null where the mapping does not say
 * @param files by file name; a mapping for a single file has the name {@link #ANY}
 */
public record Folder(String name, LocalDate asOf, Rates rates, Map<String, Mapping> files) {
    static final String ANY = "";

    public static Folder parse(String yaml) throws MappingException {
        return MappingYaml.parse(yaml);
    }
}
