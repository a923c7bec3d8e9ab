package io.dunlin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server of our data folder that a killed service left running. We hold the folder's lock, so nobody uses it. */
record LeftOver(DataFolder folder, Cluster cluster) {

    void stop() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        if (isOurs(process.get().info())) {
            cluster.stop();
        } else if (process.get().info().command().isPresent()) {
            // Process ids are reused, after a reboot or in containers: PostgreSQL would take the stranger for a server.
            Files.delete(pidFile());
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var id = Files.readString(pidFile())
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"));
        return id.flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
    }

    private boolean isOurs(ProcessHandle.Info process) {
        var program = process.command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
        // Where the arguments cannot be read (Windows), the program's name has to do.
        var folderFits = process.commandLine()
                .map(line -> line.contains(folder.database().toString()))
                .orElse(true);
        return program.startsWith("postgres") && folderFits;
    }

    private Path pidFile() {
        return folder.database().resolve("postmaster.pid");
    }
}
