package io.dunlin.strategy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which strategy the customers of a segment get, unless one is agreed for the customer. */
@Entity
@Table(name = "segments")
public class SegmentRow extends PanacheEntityBase {
    @Id
    public String segment;

    public long revision;

    /** Null for the seller's default. */
    public String strategy;

    public Instant at;
    public String by;
    public String why;

    /** 0 for a segment that never had a strategy of its own. */
    static long revision(String segment) {
        SegmentRow row = findById(segment);
        return row == null ? 0 : row.revision;
    }
}
