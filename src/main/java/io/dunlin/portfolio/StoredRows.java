package io.dunlin.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Sorted rows, gathered customer by customer. */
final class StoredRows implements Iterator<Stored> {
    private final ResultSet rows;
    private String customer;
    private String body;

    private StoredRows(ResultSet rows) {
        this.rows = rows;
        advance();
    }

    static Stream<Stored> stream(ResultSet rows) {
        var iterator = new StoredRows(rows);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private void advance() {
        try {
            var more = rows.next();
            customer = more ? rows.getString(1) : null;
            body = more ? rows.getString(2) : null;
        } catch (SQLException e) {
            throw Staging.broken(e);
        }
    }

    @Override
    public boolean hasNext() {
        return customer != null;
    }

    @Override
    public Stored next() {
        if (customer == null) {
            throw new NoSuchElementException();
        }
        var whose = customer;
        var bodies = new ArrayList<Written>();
        while (whose.equals(customer)) {
            bodies.add(new Written(body));
            advance();
        }
        return new Stored(whose, bodies);
    }
}
