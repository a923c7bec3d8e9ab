package io.dunlin.spark;

import io.dunlin.book.Account;
import io.dunlin.portfolio.Stored;
import io.dunlin.simulation.Family;
import io.dunlin.simulation.Orders;
import io.dunlin.simulation.Packed;
import io.dunlin.simulation.Simulation;
import io.dunlin.simulation.Tallies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** What one machine does with the customers of one part: the same as any other, one by one as they come. */
final class Part implements FlatMapFunction<Iterator<Row>, Outcome> {
    private static final long serialVersionUID = 1L;

    private static final int CUSTOMER = 0;
    private static final int BODY = 4;
    private static final int HEAD = 5;

    private final byte[] orders;

    Part(byte[] orders) {
        this.orders = orders;
    }

    @Override
    public Iterator<Outcome> call(Iterator<Row> rows) {
        return new Outcomes(rows, Ready.of(orders));
    }

    /** Compiling the strategies costs more than many a part; one machine plays many parts of one simulation. */
    private record Ready(byte[] orders, Simulation simulation) {
        private static Ready last;

        static synchronized Simulation of(byte[] orders) {
            if (last == null || !Arrays.equals(last.orders, orders)) {
                last = new Ready(orders, Orders.unpacked(orders).simulation());
            }
            return last.simulation;
        }
    }

    /** Changes and customers left out as they come up, the sums at the end. */
    private static final class Outcomes implements Iterator<Outcome> {
        private final Iterator<Row> rows;
        private final Simulation simulation;
        private final Tallies tallies = new Tallies();
        private final Queue<Outcome> found = new ArrayDeque<>();
        private Row ahead;
        private boolean ended;

        Outcomes(Iterator<Row> rows, Simulation simulation) {
            this.rows = rows;
            this.simulation = simulation;
            this.ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && ahead != null) {
                play(family(ahead.getString(HEAD)));
            }
            if (found.isEmpty() && !ended) {
                ended = true;
                found.add(Outcome.tallies(Packed.of(tallies)));
            }
            return !found.isEmpty();
        }

        @Override
        public Outcome next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return found.remove();
        }

        /** Members of one family stand side by side, and never in two parts. */
        private Family family(String head) {
            var members = new ArrayList<Account>(1);
            while (ahead != null && ahead.getString(HEAD).equals(head)) {
                members.add(next(ahead.getString(CUSTOMER)));
            }
            return new Family(members);
        }

        private Account next(String customer) {
            var bodies = new ArrayList<String>();
            while (ahead != null && ahead.getString(CUSTOMER).equals(customer)) {
                bodies.add(ahead.getString(BODY));
                ahead = rows.hasNext() ? rows.next() : null;
            }
            return Stored.of(customer, bodies).account();
        }

        private void play(Family family) {
            simulation
                    .play(family, tallies, sentence -> found.add(Outcome.leftOut(sentence)))
                    .forEach(change -> found.add(Outcome.change(Changes.row(change))));
        }
    }
}
