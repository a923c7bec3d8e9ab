package io.dunlin.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    private static Path shared;

    private static Path programs;

    @TempDir
    private Path home;

    private final List<Postgres> running = new ArrayList<>();

    @BeforeAll
    static void unpackOnce() throws IOException {
        programs = Binaries.unpackedIn(shared).folder();
    }

    @BeforeEach
    void useWhatIsUnpacked() throws IOException {
        Files.createSymbolicLink(home.resolve(programs.getFileName()), programs);
    }

    @Test
    void theProgramsAreUnpackedOnce() throws IOException {
        var before = Files.getLastModifiedTime(programs);
        assertThat(Binaries.unpackedIn(shared).folder()).isEqualTo(programs);
        assertThat(Files.getLastModifiedTime(programs)).isEqualTo(before);
    }

    @AfterEach
    void stopWhatRuns() throws IOException {
        for (var server : running) {
            server.close();
        }
        Files.delete(home.resolve(programs.getFileName()));
    }

    @Test
    void aCommitIsOnDiskBeforeItIsAcknowledged() throws Exception {
        var server = start();
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                .allSatisfy(
                        setting -> assertThat(ask(server, "SHOW " + setting)).isEqualTo("on"));
    }

    @Test
    void itListensOnLoopbackOnlyAndWantsItsPassword() throws Exception {
        var server = start();
        assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
        assertThat(ask(server, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void whatWasStoredIsThereAfterAnOrderlyStop() throws Exception {
        var first = start();
        ask(first, "CREATE TABLE kept AS SELECT 'yes' AS answer; SELECT 1");
        stop(first);

        assertThat(ask(start(), "SELECT answer FROM kept")).isEqualTo("yes");
    }

    @Test
    void aSecondServiceOnTheSameFolderIsRefusedAndDisturbsNothing() throws Exception {
        var first = start();
        assertThat(refusal())
                .contains("in use by another Dunlin (process "
                        + ProcessHandle.current().pid() + ")");
        assertThat(ask(first, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aFolderWrittenByAnotherPostgresqlIsRefusedAndLeftAlone() throws Exception {
        stop(start());
        Files.writeString(home.resolve("postgres/PG_VERSION"), "16\n");
        assertThat(refusal()).contains("written by PostgreSQL 16", "brings PostgreSQL 18");
        assertThat(home.resolve("postgres/PG_VERSION")).hasContent("16");
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws Exception {
        Files.createDirectories(home.resolve("postgres/holiday-pictures"));
        assertThat(refusal()).contains("is not a PostgreSQL data folder");
    }

    @Test
    void aFileInTheWayOfTheFolderIsRefused() throws Exception {
        var file = Files.createFile(home.resolve("taken"));
        assertThat(((Postgres.Start.Refused) Postgres.start(file)).why()).contains("cannot be used", "it is a file");
    }

    @Test
    void aDatabaseHalfMadeIsMadeAgain() throws Exception {
        Files.createDirectories(home.resolve("postgres.new/base"));
        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aLostPasswordIsToldBeforeAnythingStarts() throws Exception {
        stop(start());
        Files.delete(home.resolve("postgres.password"));
        assertThat(refusal()).contains("password of the database is missing");
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aStrangerWithTheProcessIdOfTheOldServerIsNotHarmedAndNotInTheWay() throws Exception {
        stop(start());
        var me = ProcessHandle.current().pid();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"), me + "\n" + home.resolve("postgres") + "\n1\n5432\n");
        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aServerThatCannotStartIsQuotedFromItsLog() throws Exception {
        stop(start());
        Files.writeString(home.resolve("postgres/postgresql.conf"), "shared_buffers = plenty\n");
        assertThat(refusal()).contains("did not start", "shared_buffers");
    }

    private Postgres start() {
        var start = Postgres.start(home);
        assertThat(start).isInstanceOf(Postgres.Start.Running.class);
        var server = ((Postgres.Start.Running) start).server();
        running.add(server);
        return server;
    }

    private void stop(Postgres server) throws IOException {
        running.remove(server);
        server.close();
    }

    private String refusal() {
        var start = Postgres.start(home);
        assertThat(start).isInstanceOf(Postgres.Start.Refused.class);
        return ((Postgres.Start.Refused) start).why();
    }

    private static String ask(Postgres server, String sql) throws SQLException {
        var source = server.datasource();
        try (var connection = DriverManager.getConnection(
                        source.get("quarkus.datasource.jdbc.url"),
                        source.get("quarkus.datasource.username"),
                        source.get("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            var found = statement.execute(sql);
            while (!found) {
                found = statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
