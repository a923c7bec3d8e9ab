package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.dunlin.mapping.Mapping;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database itself refuses one invoice, as it would when its disk is full. */
@QuarkusTest
class InterruptedImportTest extends EmptyLedger {
    private static final String MAPPING = """
            name: test
            kind: invoices
            read:
              dates: [yyyy-MM-dd]
            fields:
              id: number
              customer: who
              customer.country: { value: DE }
              issued: issued
              amount: amount
              currency: currency
            """;

    @Inject
    Imports imports;

    @TempDir
    Path folder;

    @AfterEach
    void repaired() throws SQLException {
        sql("drop trigger if exists broken on invoices");
        sql("drop function if exists broken");
    }

    @Test
    void countsWhatIsStoredAndTheSameFileAgainCompletesIt() throws Exception {
        var file = Files.writeString(
                folder.resolve("f.csv"),
                IntStream.rangeClosed(1, 2500)
                        .mapToObj(i -> i + ",C" + i % 7 + ",2026-01-02,10.00,EUR\n")
                        .collect(Collectors.joining("", "number,who,issued,amount,currency\n", "")));
        sql("""
                create function broken() returns trigger language plpgsql as
                $$ begin if new.id = '1500' then raise exception 'disk full'; end if; return new; end $$""");
        sql("create trigger broken before insert on invoices for each row execute function broken()");

        assertThatThrownBy(() -> imports.run(file, "f.csv", Mapping.parse(MAPPING)))
                .isInstanceOf(RuntimeException.class);

        assertThat(number("select count(*) from invoices")).isEqualTo(1000);
        assertThat(number("select rows_good from imports where state = 'FAILED'"))
                .isEqualTo(1000);
        assertThat(number("select rows_total from imports where state = 'FAILED'"))
                .isEqualTo(2500);
        repaired();
        var report = imports.run(file, "f.csv", Mapping.parse(MAPPING));
        assertThat(report.rowsGood()).isEqualTo(2500);
        assertThat(report.unchanged()).isEqualTo(1000);
        assertThat(number("select count(*) from invoices")).isEqualTo(2500);
    }

    @Test
    void isToldAsInterruptedWhenTheServiceDiedMeanwhile() throws SQLException {
        job("old", "now() - interval '10 minutes'");
        job("new", "now()");
        get("imports/old").statusCode(200).body("state", equalTo("INTERRUPTED")).body("rowsGood", equalTo(7));
        get("imports/new").statusCode(200).body("state", equalTo("RUNNING")).body("rowsTotal", equalTo(9));
        get("imports")
                .statusCode(200)
                .body("imports.find { it.id == 'old' }.state", equalTo("INTERRUPTED"))
                .body("imports.find { it.id == 'new' }.state", equalTo("RUNNING"));
    }

    private void job(String id, String progressedAt) throws SQLException {
        sql("insert into imports values ('%s', 0, 'invoices', 'm', 'f', 'RUNNING', 7, 0, 0, 0, now(), %s, 9)"
                .formatted(id, progressedAt));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var open = connection.createStatement();
                var result = open.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }
}
