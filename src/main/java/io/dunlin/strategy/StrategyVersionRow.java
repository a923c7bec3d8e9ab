package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The files of a strategy as they once were. Immutable, and kept for ever, so that any old decision can be redone. */
@Entity
@Immutable
@Table(name = "strategy_versions")
@IdClass(StrategyVersionRow.Key.class)
public class StrategyVersionRow extends PanacheEntityBase {
    public record Key(String name, String version) implements Serializable {}

    @Id
    public String name;

    @Id
    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    @Column(columnDefinition = "text")
    @Convert(converter = FilesAsJson.class)
    public Map<String, String> files;

    public Instant storedAt;

    static Optional<StrategyVersionRow> of(String name, String version) {
        return findByIdOptional(new Key(name, version));
    }

    static void keep(StrategyFiles files, String version, Instant now) {
        if (of(files.name(), version).isEmpty()) {
            var row = new StrategyVersionRow();
            row.name = files.name();
            row.version = version;
            row.files = new TreeMap<>(files.files());
            row.storedAt = now;
            row.persist();
        }
    }

    StrategyFiles toFiles() {
        return new StrategyFiles(name, new TreeMap<>(files));
    }
}
