package io.dunlin.ledger;

import io.dunlin.mapping.Reject;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;

/** A row of a file that was not taken. Written once, never changed; so without a version. */
@Entity
@Table(name = "import_rejects")
@IdClass(RejectRow.Key.class)
public class RejectRow extends PanacheEntityBase {
    public record Key(String importId, int position) implements Serializable {}

    private static final int LONGEST_CELL = 500;

    @Id
    public String importId;

    @Id
    public int position;

    public long fileLine;
    public String field;
    public String cell;
    public String reason;

    static RejectRow of(String importId, int position, Reject reject) {
        var row = new RejectRow();
        row.importId = importId;
        row.position = position;
        row.fileLine = reject.line();
        row.field = storable(reject.column());
        row.cell = storable(reject.value());
        row.reason = storable(reject.reason());
        return row;
    }

    /** What was refused may be just what PostgreSQL cannot store. */
    static String storable(String text) {
        if (text == null) {
            return null;
        }
        var clipped = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
        return clipped.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }

    static List<Reject> of(String importId) {
        return RejectRow.<RejectRow>list("importId", Sort.by("position"), importId).stream()
                .map(row -> new Reject(row.fileLine, row.field, row.cell, row.reason))
                .toList();
    }
}
