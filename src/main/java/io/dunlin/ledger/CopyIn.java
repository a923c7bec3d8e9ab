package io.dunlin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.postgresql.PGConnection;

/** New rows through PostgreSQL's COPY, in the transaction that is open; columns and their form are as Hibernate has them. */
@ApplicationScoped
public class CopyIn {
    private final SessionFactoryImplementor factory;

    CopyIn(EntityManagerFactory factory) {
        this.factory = factory.unwrap(SessionFactoryImplementor.class);
    }

    void write(StatelessSession session, Class<?> kind, Collection<? extends Stored<?>> rows) {
        var entity = factory.getMappingMetamodel().getEntityDescriptor(kind);
        var columns = columns(entity);
        var names = columns.stream()
                .map(BasicValuedModelPart::getSelectionExpression)
                .toList();
        var sql = "copy " + kind.getAnnotation(Table.class).name() + " (" + String.join(", ", names) + ") from stdin";
        var text = new StringBuilder();
        rows.forEach(row -> append(row, columns, text));
        session.doWork(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text.toString()));
            } catch (IOException e) {
                throw new SQLException("rows cannot be sent", e);
            }
        });
    }

    private static List<BasicValuedModelPart> columns(EntityMappingType entity) {
        var columns = new ArrayList<BasicValuedModelPart>();
        columns.add((BasicValuedModelPart) entity.getIdentifierMapping());
        entity.forEachAttributeMapping(attribute -> columns.add((BasicValuedModelPart) attribute));
        return columns;
    }

    private static void append(Stored<?> row, List<BasicValuedModelPart> columns, StringBuilder text) {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(value(row, columns.get(i)), text);
        }
        text.append('\n');
    }

    /** In the form the column has: an enum by its name, a set as its words. */
    private static Object value(Stored<?> row, BasicValuedModelPart column) {
        var value = column instanceof AttributeMapping attribute
                ? attribute.getPropertyAccess().getGetter().get(row)
                : row.id;
        return column.getJdbcMapping().convertToRelationalValue(value);
    }

    private static void append(Object value, StringBuilder text) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else {
            escape(value instanceof Enum<?> word ? word.name() : value.toString(), text);
        }
    }

    /** What would end a field, a row or the data. */
    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
