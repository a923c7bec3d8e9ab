package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A row or a customer that is not simulated, and why. */
@Entity
@Immutable
@Table(name = "study_rejects")
@IdClass(LeftOutRow.Key.class)
public class LeftOutRow extends PanacheEntityBase {
    /** A wrong mapping rejects every row, and nobody reads a million sentences. */
    static final int MOST = 1000;

    public record Key(String study, int position) implements Serializable {}

    @Id
    public String study;

    @Id
    public int position;

    public String sentence;

    /** @return how many there are in all now */
    static long keep(String study, long before, List<String> sentences) {
        long position = before;
        for (var sentence : sentences) {
            if (position < MOST) {
                var row = new LeftOutRow();
                row.study = study;
                row.position = (int) position;
                row.sentence = sentence;
                row.persist();
            }
            position++;
        }
        return position;
    }

    static List<LeftOutRow> of(String study) {
        return list("study = ?1 order by position", study);
    }
}
