package io.dunlin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;

/**
 * Rows by the thousand. Kept out of Hibernate's session, which would watch each of them for changes, and new ones go in by
 * COPY. Kinds with lists of their own (plans, contacts) are few and go the usual way.
 */
@ApplicationScoped
public class BulkRows {
    private final EntityManager session;
    private final StatelessSession stateless;
    private final CopyIn copyIn;

    BulkRows(EntityManager session, StatelessSession stateless, CopyIn copyIn) {
        this.session = session;
        this.stateless = stateless;
        this.copyIn = copyIn;
    }

    /** In the order of their ids. One array instead of a thousand parameters: nobody plans such a query twice. */
    <R extends Stored<?>> List<R> read(Class<R> rows, String column, List<String> values, boolean lock) {
        if (hasLists(rows)) {
            return session.createQuery(
                            "from " + rows.getSimpleName() + " where " + column + " in :values order by id", rows)
                    .setParameter("values", values)
                    .getResultList();
        }
        var sql = "select * from " + table(rows) + " where " + column + " = any(:values) order by id"
                + (lock ? " for update" : "");
        return stateless
                .createNativeQuery(sql, rows)
                .setParameter("values", values.toArray(String[]::new))
                .getResultList();
    }

    void update(Class<? extends Stored<?>> kind, Collection<Stored<?>> rows) {
        // Those with lists were read into the session, which has seen the changes.
        if (!rows.isEmpty() && !hasLists(kind)) {
            stateless.updateMultiple(List.copyOf(rows));
        }
    }

    void insert(Class<? extends Stored<?>> kind, Collection<Stored<?>> rows) {
        if (hasLists(kind)) {
            rows.forEach(session::persist);
        } else if (!rows.isEmpty()) {
            copyIn.write(stateless, kind, rows);
        }
    }

    private boolean hasLists(Class<?> kind) {
        var lists = new boolean[1];
        session.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(kind)
                .forEachAttributeMapping(attribute -> lists[0] |= attribute instanceof PluralAttributeMapping);
        return lists[0];
    }

    private static String table(Class<?> kind) {
        return kind.getAnnotation(Table.class).name();
    }
}
