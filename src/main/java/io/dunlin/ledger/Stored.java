package io.dunlin.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** How a book record lies in the database: its id is its key, everything else is plain columns. */
@MappedSuperclass
public abstract class Stored<B extends Record> extends PanacheEntityBase {
    @Id
    public String id;

    @Version
    public int version;

    abstract B toBook();

    /** Takes over everything the record says, its id included. */
    abstract void take(B book);
}
