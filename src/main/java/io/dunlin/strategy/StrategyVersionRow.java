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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
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
    public String by;
    public String why;

    @Column(columnDefinition = "text")
    @Convert(converter = NamesAsJson.class)
    public SortedSet<String> authors;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String basedOn;

    static Optional<StrategyVersionRow> of(String name, String version) {
        return findByIdOptional(new Key(name, version));
    }

    /** Newest first. */
    static List<StrategyVersionRow> all(String name) {
        return list("name = ?1 order by storedAt desc, version", name);
    }

    /** Keeps what is not kept yet; what is, stays as it was first kept. */
    static StrategyVersionRow keep(StrategyFiles files, Signed signed, SortedSet<String> authors, String basedOn) {
        var known = of(files.name(), files.version());
        if (known.isPresent()) {
            return known.get();
        }
        var row = new StrategyVersionRow();
        row.name = files.name();
        row.version = files.version();
        row.files = new TreeMap<>(files.files());
        row.storedAt = signed.at();
        row.by = signed.by();
        row.why = signed.why();
        row.authors = authors;
        row.basedOn = basedOn;
        row.persist();
        return row;
    }

    StrategyFiles toFiles() {
        return new StrategyFiles(name, new TreeMap<>(files));
    }
}
