package io.dunlin.portfolio;

import io.dunlin.mapping.Folder;
import io.dunlin.mapping.Mapping;
import io.dunlin.mapping.MappingException;
import io.dunlin.mapping.MappingText;
import io.dunlin.mapping.UnreadableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which files make up a portfolio, and how each is read. */
public record PortfolioFiles(Folder folder, Map<Path, Mapping> mappings) {
    /** The mapping inside a directory that brings its own. */
    public static final String MAPPING = "mapping.yaml";

    /**
     * @param portfolio one file (CSV or Parquet), a directory, or a pattern such as {@code x/2025-*.parquet}
     * @param mapping a file, or the name of a mapping that comes with Dunlin; null for the one inside the directory
     */
    public static PortfolioFiles of(Path portfolio, String mapping)
            throws IOException, MappingException, UnreadableFile {
        if (!Files.exists(portfolio) && Globs.is(portfolio)) {
            return matching(portfolio, mapping);
        }
        if (!Files.exists(portfolio)) {
            throw new UnreadableFile("there is no file or directory `" + portfolio + "`");
        }
        var directory = Files.isDirectory(portfolio);
        if (mapping == null && !directory) {
            throw new UnreadableFile("a single file needs a mapping that says what its columns mean (--mapping)");
        }
        return described(
                portfolio, folder(mapping == null ? portfolio.resolve(MAPPING).toString() : mapping));
    }

    /** @param portfolio one file or a directory */
    public static PortfolioFiles described(Path portfolio, Folder folder) throws IOException, UnreadableFile {
        return new PortfolioFiles(
                folder, Files.isDirectory(portfolio) ? inside(portfolio, folder) : single(portfolio, folder));
    }

    private static PortfolioFiles matching(Path pattern, String mapping)
            throws IOException, MappingException, UnreadableFile {
        var files = Globs.files(pattern);
        if (files.isEmpty()) {
            throw new UnreadableFile("no file matches `" + pattern + "`");
        }
        if (mapping == null) {
            throw new UnreadableFile("a pattern needs a mapping that says what the columns mean (--mapping)");
        }
        var folder = folder(mapping);
        var mappings = new LinkedHashMap<Path, Mapping>();
        for (var file : files) {
            mappings.putAll(single(file, folder));
        }
        return new PortfolioFiles(folder, mappings);
    }

    private static Folder folder(String mapping) throws IOException, MappingException, UnreadableFile {
        var file = Path.of(mapping);
        if (!Files.exists(file) && mapping.matches("[a-z0-9-]+")) {
            return Folder.named(mapping);
        }
        try {
            return Folder.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("there is no mapping `" + mapping + "`", e);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("the mapping `" + mapping + "` is not UTF-8", e);
        }
    }

    private static Map<Path, Mapping> single(Path file, Folder folder) throws UnreadableFile {
        var name = String.valueOf(file.getFileName());
        var mapping = folder.files().entrySet().stream()
                .filter(section -> !section.getKey().equals(Folder.ANY) && Globs.fits(section.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(folder.files().get(Folder.ANY));
        if (mapping == null) {
            throw new UnreadableFile("the mapping describes "
                    + String.join(", ", folder.files().keySet()) + ", not `" + file.getFileName() + "`");
        }
        return Map.of(file, mapping);
    }

    private static Map<Path, Mapping> inside(Path directory, Folder folder) throws IOException, UnreadableFile {
        var mappings = new LinkedHashMap<Path, Mapping>();
        var missing = new ArrayList<String>();
        for (var section : folder.files().entrySet()) {
            var name = section.getKey();
            var files = name.equals(Folder.ANY)
                    ? Globs.files(directory.resolve("*.{csv,parquet}"))
                    : Globs.files(directory.resolve(name));
            files.forEach(file -> mappings.put(file, section.getValue()));
            if (files.isEmpty()) {
                missing.add(name.equals(Folder.ANY) ? "*.csv or *.parquet" : name);
            }
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFile("`" + directory + "` has no file " + String.join(", ", missing));
        }
        return mappings;
    }

    /** Customers before their invoices, invoices before what happened to them. */
    public List<Path> inOrderOfImport() {
        return mappings.keySet().stream()
                .sorted(Comparator.comparing(file -> mappings.get(file).kind()))
                .toList();
    }

    /** The mapping of one file as a text that stands alone. */
    public String mappingOf(Path file) {
        return MappingText.of(mappings.get(file));
    }

    List<Path> paths() {
        return List.copyOf(mappings.keySet());
    }

    long bytes() throws IOException {
        long sum = 0;
        for (var file : mappings.keySet()) {
            sum += Files.size(file);
        }
        return sum;
    }
}
