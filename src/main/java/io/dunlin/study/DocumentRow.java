package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** Something of a study that is written and read as a whole. Written once, never changed; so without a version. */
@Entity
@Immutable
@Table(name = "study_documents")
@IdClass(DocumentRow.Key.class)
public class DocumentRow extends PanacheEntityBase {
    public enum Kind {
        /** The strategies as files, until the orders are there. */
        POLICIES,
        /** Everything that a player must know beside the accounts, see {@link io.dunlin.simulation.Orders}. */
        ORDERS,
        /** What the portfolio was. */
        PORTFOLIO,
        /** The comparison. */
        RESULT,
        /** The comparison as HTML. */
        REPORT
    }

    public record Key(String study, Kind kind) implements Serializable {}

    @Id
    public String study;

    @Id
    @Enumerated(EnumType.STRING)
    public Kind kind;

    public byte[] body;

    static void keep(String study, Kind kind, byte[] content) {
        var row = new DocumentRow();
        row.study = study;
        row.kind = kind;
        row.body = Packing.packed(content);
        row.persist();
    }

    static Optional<byte[]> of(String study, Kind kind) {
        return DocumentRow.<DocumentRow>findByIdOptional(new Key(study, kind)).map(row -> Packing.unpacked(row.body));
    }
}
