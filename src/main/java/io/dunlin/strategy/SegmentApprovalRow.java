package io.dunlin.strategy;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A second person's word that a segment may get a strategy as it is live, and how much of its customers that may change. */
@Entity
@Immutable
@Table(name = "segment_approvals")
public class SegmentApprovalRow extends WordGiven {
    public String segment;

    /** Of the segment when it was said: it counts for the next move only. */
    public long revision;

    public String strategy;

    static List<SegmentApprovalRow> of(String segment, long revision, String strategy, String version) {
        return list(
                "segment = ?1 and revision = ?2 and strategy = ?3 and version = ?4 order by id",
                segment,
                revision,
                strategy,
                version);
    }
}
