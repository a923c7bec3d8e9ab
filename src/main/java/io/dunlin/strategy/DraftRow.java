package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What people are working on: one per strategy, whatever state it is in. */
@Entity
@Table(name = "strategy_drafts")
public class DraftRow extends PanacheEntityBase {
    @Id
    public String name;

    /** Goes up with every edit; clients see it as the entity tag. */
    public long revision;

    @Column(columnDefinition = "text")
    @Convert(converter = FilesAsJson.class)
    public Map<String, String> files;

    /** The version it was made from; null for a strategy that has none yet. */
    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String basedOn;

    /** Everybody who edited since then. */
    @Column(columnDefinition = "text")
    @Convert(converter = NamesAsJson.class)
    public SortedSet<String> authors;

    public Instant at;
    public String by;
    public String why;

    static DraftRow first(StrategyFiles files, Signed signed) {
        var row = new DraftRow();
        row.name = files.name();
        row.authors = new TreeSet<>();
        row.edit(files, signed);
        row.persist();
        return row;
    }

    void edit(StrategyFiles edited, Signed signed) {
        revision++;
        files = new TreeMap<>(edited.files());
        var all = new TreeSet<>(authors);
        all.add(signed.by());
        authors = all;
        at = signed.at();
        by = signed.by();
        why = signed.why();
    }

    /** Nothing in it is unfrozen any more. */
    void isNow(String version) {
        basedOn = version;
        authors = new TreeSet<>();
    }

    boolean isFrozen() {
        return toFiles().version().equals(basedOn);
    }

    StrategyFiles toFiles() {
        return new StrategyFiles(name, new TreeMap<>(files));
    }
}
