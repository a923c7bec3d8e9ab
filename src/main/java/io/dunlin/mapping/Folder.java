package io.dunlin.mapping;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Rates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/**
 * A mapping file as a whole: one mapping, or one for each file of a directory.
 *
 * @param asOf the day the files were written for; null where the mapping does not say
 * @param sizeClasses from which overdue total a customer is big; null where everybody's debts decide that
 * @param inOrder whether every file is promised to lie in the order of its customers
 * @param files by file name; a mapping for a single file has the name {@link #ANY}
 */
public record Folder(
        String name,
        LocalDate asOf,
        Rates rates,
        SizeClasses sizeClasses,
        boolean inOrder,
        Map<String, Mapping> files) {
    public static final String ANY = "";

    public static Folder parse(String yaml) throws MappingException {
        return MappingYaml.parse(yaml);
    }

    /** One that comes with Dunlin. */
    public static Folder named(String name) throws MappingException {
        if (!name.matches("[a-z0-9-]+")) {
            throw new MappingException("`" + name + "` is not the name of a mapping");
        }
        try (var in = Folder.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            if (in == null) {
                throw new MappingException("there is no mapping named `" + name + "`");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
