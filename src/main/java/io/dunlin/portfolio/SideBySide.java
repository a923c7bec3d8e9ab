package io.dunlin.portfolio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Customers in an order that has those of one family side by side, family by family. */
final class SideBySide implements Iterator<List<Stored>> {
    private final Iterator<Stored> customers;
    private final Map<String, String> heads;
    private Stored ahead;

    private SideBySide(Iterator<Stored> customers, Map<String, String> heads) {
        this.customers = customers;
        this.heads = heads;
        this.ahead = customers.hasNext() ? customers.next() : null;
    }

    static Stream<List<Stored>> stream(Stream<Stored> customers, Map<String, String> heads) {
        var iterator = new SideBySide(customers.iterator(), heads);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                .onClose(customers::close);
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public List<Stored> next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        var head = head(ahead);
        var family = new ArrayList<Stored>(1);
        while (ahead != null && head(ahead).equals(head)) {
            family.add(ahead);
            ahead = customers.hasNext() ? customers.next() : null;
        }
        return family;
    }

    private String head(Stored customer) {
        return heads.getOrDefault(customer.customer(), customer.customer());
    }
}
