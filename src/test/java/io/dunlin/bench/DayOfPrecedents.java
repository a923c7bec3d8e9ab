package io.dunlin.bench;

import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.book.Debtor;
import io.dunlin.engine.Decider;
import io.dunlin.precedent.Course;
import io.dunlin.precedent.Days;
import io.dunlin.precedent.Dossier;
import io.dunlin.precedent.Taken;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/** One day of the book, each distinct case decided once by Drools; nothing is known from one run to the next. */
final class DayOfPrecedents {
    static final LocalDate AS_OF = LocalDate.of(2025, 6, 24);
    static final int DAY = (int) AS_OF.toEpochDay();
    static final SizeClasses CLASSES = new SizeClasses("EUR", new BigDecimal("50000.00"), new BigDecimal("5000.00"));
    static final String MATTERS = "issued <= " + AS_OF.toEpochDay() + " AND coalesce(settled, 99999) >= "
            + AS_OF.minusYears(1).toEpochDay();

    private final Decider decider;
    private final PlainInvoices invoices;
    private Course course;

    /** One row of a result: about an invoice (0: the customer), what is done, and what it is for this invoice's ladder. */
    interface Rows {
        void row(int customer, int invoice, int action, int level, int own, boolean lead) throws SQLException;
    }

    DayOfPrecedents(Decider decider, PlainInvoices invoices) {
        this.decider = decider;
        this.invoices = invoices;
    }

    long sum() throws SQLException {
        var sum = new long[1];
        rows((customer, invoice, action, level, own, lead) ->
                sum[0] += (long) customer * 31 + invoice * 7L + action * 5 + level * 3 + own + (lead ? 1 : 0));
        return sum[0];
    }

    void rows(Rows rows) throws SQLException {
        var days = Days.only(new Book(AS_OF, AS_OF, Rates.NONE, CLASSES));
        course = new Course(decider, days, (action, on, debtor) -> debtor);
        Customers.lead(invoices, MATTERS, course, (customer, dossier, taken) -> {
            for (int k = 0; k < taken.about().length; k++) {
                int place = taken.about()[k];
                rows.row(customer, dossier.number(place), action(taken), level(taken), own(taken, place), k == 0);
            }
            if (taken.about().length == 0) {
                rows.row(customer, 0, action(taken), level(taken), action(taken) * 10 + level(taken), true);
            }
        });
    }

    private static int action(Taken taken) {
        return taken.step().action().ordinal();
    }

    private static int level(Taken taken) {
        return taken.step().level();
    }

    /** Action and level that the invoice itself gets; 0 where it is only mentioned. */
    static int own(Taken taken, int place) {
        for (int s = 0; s < taken.invoices().length; s++) {
            if (taken.invoices()[s] == place) {
                return taken.actions()[s] * 10 + taken.levels()[s];
            }
        }
        return 0;
    }

    long readOnly() throws SQLException {
        var sum = new long[1];
        invoices.read(MATTERS, new PlainInvoices.Reader() {
            @Override
            public void customer(int customer, int country) {
                sum[0] += customer;
            }

            @Override
            public void invoice(int invoice, int issued, int due, int settled, long amount) {
                sum[0] += invoice + issued + due + settled + amount;
            }
        });
        return sum[0];
    }

    String effort() {
        return "customers and cases decided: " + Arrays.toString(course.effort());
    }

    /** Leads every customer of the file in turn. */
    static final class Customers implements PlainInvoices.Reader {
        private static final Debtor[] DEBTORS = PlainInvoices.COUNTRIES.stream()
                .map(country -> Debtor.of("customer", null, country))
                .toArray(Debtor[]::new);

        private final Course course;
        private final Sink sink;
        private final Dossier dossier = new Dossier();
        private int current = -1;

        interface Sink {
            void taken(int customer, Dossier dossier, Taken taken) throws SQLException;
        }

        private Customers(Course course, Sink sink) {
            this.course = course;
            this.sink = sink;
        }

        static void lead(PlainInvoices invoices, String where, Course course, Sink sink) throws SQLException {
            var customers = new Customers(course, sink);
            invoices.read(where, customers);
            customers.lead();
        }

        @Override
        public void customer(int customer, int country) throws SQLException {
            lead();
            current = customer;
            dossier.begin(DEBTORS[country], "EUR");
        }

        @Override
        public void invoice(int invoice, int issued, int due, int settled, long amount) {
            dossier.add(invoice, issued, due, settled, amount);
        }

        private void lead() throws SQLException {
            if (current >= 0) {
                for (var taken : course.lead(dossier)) {
                    sink.taken(current, dossier, taken);
                }
            }
        }
    }
}
