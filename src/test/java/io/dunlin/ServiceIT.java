package io.dunlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceIT {
    @TempDir
    private Path folder;

    @Test
    void aKilledServiceLosesNothingAndItsDatabaseServerIsNotInTheWay() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var first = ServiceProcess.launch(data).awaitReady();
        try (var connection = first.database();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'yes' AS answer");
        }
        var leftOver = first.databaseServer();
        first.kill();
        assertThat(leftOver.isAlive()).as("the server outlives the service").isTrue();

        try (var second = ServiceProcess.launch(data).awaitReady();
                var connection = second.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("yes");
            assertThat(second.databaseServer()).isNotEqualTo(leftOver);
            assertThat(Files.readString(data.resolve("postgres.log"))).contains("database system is shut down");
        }
    }

    @Test
    void aSecondServiceOnTheSameDataIsRefusedAndTheFirstEndsWithItsDatabase() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var first = ServiceProcess.launch(data).awaitReady();
        var second = ServiceProcess.launch(data);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).startsWith("dunlin: The data folder " + data + " is in use by another Dunlin");
        assertThat(first.output()).contains("Dunlin listens on " + first.address());

        assertThat(first.stop()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgres.log"))).endsWith("database system is shut down\n");
    }
}
