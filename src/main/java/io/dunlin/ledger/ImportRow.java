package io.dunlin.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Entity
@Table(name = "imports")
public class ImportRow extends PanacheEntityBase {
    public enum State {
        RUNNING,
        DONE,
        /** Stopped by a defect; what is counted is stored. */
        FAILED,
        /** Never stored: the service ended before the import did. Importing the file again completes it. */
        INTERRUPTED
    }

    @Id
    public String id;

    @Version
    public int version;

    public String kind;
    public String mapping;
    public String file;

    @Enumerated(EnumType.STRING)
    public State state;

    public long rowsGood;
    public long rowsBad;
    public long unchanged;
    public long rejectsTotal;

    /** Rows of the file; null where it was imported before anybody counted. */
    public Long rowsTotal;

    public Instant startedAt;
    public Instant progressedAt;

    static Optional<ImportRow> known(String id) {
        return Ids.possible(id) ? findByIdOptional(id) : Optional.empty();
    }

    /** @param last null to begin with the newest */
    static List<ImportRow> newest(ImportRow last, int limit) {
        var order = Sort.descending("startedAt", "id");
        PanacheQuery<ImportRow> rows = last == null
                ? findAll(order)
                : find("startedAt < ?1 or (startedAt = ?1 and id < ?2)", order, last.startedAt, last.id);
        return rows.page(0, limit).list();
    }
}
