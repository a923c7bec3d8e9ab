package io.dunlin.study;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.simulation.Described.Input;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The files of a form in a folder of their own, under the names they had; never a path that a client chose. */
record OrderForm(Scratch scratch, List<Input> files, Request.Mapping mapping) implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+,=-]{0,199}");
    private static final Pattern MAPPING_NAME = Pattern.compile("[a-z0-9-]{1,100}");

    static OrderForm of(List<FileUpload> files, FileUpload mapping, String mappingName, MemorySize longest)
            throws IOException {
        check(files, mapping, mappingName);
        long size = files.stream().mapToLong(FileUpload::size).sum();
        if (size > longest.asLongValue()) {
            throw Problem.TOO_LARGE.because("The files have " + size + " bytes; together they may have "
                    + longest.asLongValue() + ". Play it with `./dunlin simulate`.");
        }
        var form = new OrderForm(Scratch.forAWhile(), new ArrayList<>(), mapping(mapping, mappingName));
        try {
            for (var file : files) {
                form.add(file);
            }
            Uploads.in(form.scratch.folder(), form.names(), form.mapping);
            return form;
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private static void check(List<FileUpload> files, FileUpload mapping, String mappingName) {
        var findings = new Findings();
        if (files.isEmpty()) {
            findings.field("file", "is missing; send one or more files in it.");
        }
        files.stream()
                .map(OrderForm::name)
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> findings.field(
                        "file",
                        "`" + name + "`: a file is named by letters, digits, spaces and . _ ( ) + , = - only."));
        if (files.stream().map(OrderForm::name).distinct().count() < files.size()) {
            findings.field("file", "two files have one name.");
        }
        if ((mapping == null) == (mappingName == null || mappingName.isBlank())) {
            findings.field("mapping", "give either a mapping file here or the name of a mapping in `mappingName`.");
        } else if (mapping == null && !MAPPING_NAME.matcher(mappingName.trim()).matches()) {
            findings.field("mappingName", "is not the name of a mapping; it is none of a file either.");
        }
        findings.refuseIfAny(Problem.BAD_REQUEST);
    }

    private static String name(FileUpload file) {
        return file.fileName() == null ? "" : file.fileName();
    }

    private static Request.Mapping mapping(FileUpload file, String name) throws IOException {
        try {
            return file == null
                    ? new Request.Mapping(name.trim(), null)
                    : new Request.Mapping(null, Files.readString(file.uploadedFile()));
        } catch (CharacterCodingException e) {
            throw Problem.INVALID_FILE.because("The mapping file is not UTF-8 text. Save it as UTF-8.");
        }
    }

    private void add(FileUpload file) throws IOException {
        var target = scratch.folder().resolve(name(file));
        Files.copy(file.uploadedFile(), target);
        try (var in = new DigestInputStream(Files.newInputStream(target), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            files.add(new Input(
                    name(file), HexFormat.of().formatHex(in.getMessageDigest().digest())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private List<String> names() {
        return files.stream().map(Input::name).toList();
    }

    Request request(Order order) {
        return new Request(order, List.copyOf(files), mapping);
    }

    void keep(String study) {
        Uploads.keep(study, scratch.folder(), names());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
