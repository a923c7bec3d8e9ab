package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A changed invoice; in the order of the customers, whichever part was played first. */
@Entity
@Immutable
@Table(name = "study_changes")
@IdClass(ChangeRow.Key.class)
public class ChangeRow extends PanacheEntityBase {
    public record Key(String study, int part, int line) implements Serializable {}

    @Id
    public String study;

    @Id
    public int part;

    @Id
    public int line;

    /** As JSON. */
    public String body;

    static ChangeRow of(String study, int part, int line, String body) {
        var row = new ChangeRow();
        row.study = study;
        row.part = part;
        row.line = line;
        row.body = body;
        return row;
    }

    static List<ChangeRow> after(String study, int part, int line, int limit) {
        return find("study = ?1 and (part > ?2 or (part = ?2 and line > ?3)) order by part, line", study, part, line)
                .page(0, limit)
                .list();
    }
}
