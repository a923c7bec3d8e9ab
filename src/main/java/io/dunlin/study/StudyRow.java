package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A simulation that somebody ordered, and how it stands. What is big lies in tables of its own. */
@Entity
@Table(name = "studies")
public class StudyRow extends PanacheEntityBase {
    public enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        FAILED,
        CANCELLED;

        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    @Id
    public String id;

    @Version
    public int version;

    /** The order in which they came; the database counts. */
    @Column(insertable = false, updatable = false)
    public Long number;

    @Enumerated(EnumType.STRING)
    public State state;

    /** What was ordered, as JSON. */
    public String request;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String baselineVersion;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String candidateVersion;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String guardVersion;

    /** Customers played. */
    public long done;

    /** Customers in all; null until the portfolio is laid down. */
    public Long total;

    /** Of {@link #done}, those of earlier starts, whose time says nothing about the one that is under way. */
    public long doneBefore;

    /** Rows and customers left out. */
    public long rejected;

    /** Starts since it last got on. */
    public int attempts;

    /** Who works on it; null where nobody does. */
    public UUID owner;

    /** By the clock of the database, which all instances share. */
    public Instant aliveUntil;

    public Instant orderedAt;
    public Instant startedAt;
    public Instant endedAt;
    public String errorCode;
    public String errorDetail;

    /** For the rest of the transaction nobody else changes it. */
    static Optional<StudyRow> locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<StudyRow> newestFirst() {
        return list("order by number desc");
    }

    void end(State how, Instant when) {
        state = how;
        endedAt = when;
        owner = null;
        aliveUntil = null;
    }
}
