package io.dunlin.bench;

import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.engine.Decider;
import io.dunlin.precedent.Course;
import io.dunlin.precedent.Days;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Rates;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/** Half a year of the book, day by day, each distinct case decided once; nothing is known from one run to the next. */
final class ReplayOfPrecedents {
    static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    static final LocalDate TO = FROM.plusDays(179);
    static final String MATTERS = matters(TO);

    private final Decider decider;
    private final PlainInvoices invoices;
    private final LocalDate to;
    private Course course;

    /** What was done about an invoice on a day; see {@link DayOfPrecedents.Rows}. */
    interface Rows {
        void row(int day, int customer, int invoice, int action, int level, int own, boolean lead) throws SQLException;
    }

    /** Adds rows up, so that nobody can leave the work out. */
    static final class Sum implements Rows {
        long sum;
        long rows;

        @Override
        public void row(int day, int customer, int invoice, int action, int level, int own, boolean lead) {
            sum += day * 11L + customer * 31L + invoice * 7L + action * 5 + level * 3 + own + (lead ? 1 : 0);
            rows++;
        }
    }

    ReplayOfPrecedents(Decider decider, PlainInvoices invoices, LocalDate to) {
        this.decider = decider;
        this.invoices = invoices;
        this.to = to;
    }

    private static String matters(LocalDate to) {
        return "issued <= " + to.toEpochDay() + " AND (settled IS NULL OR settled > " + FROM.toEpochDay() + ")";
    }

    void rows(Rows rows) throws SQLException {
        var days = Days.working(FROM, to, day -> new Book(day, day, Rates.NONE, DayOfPrecedents.CLASSES));
        course = new Course(decider, days, ReplayOfPrecedents::after);
        DayOfPrecedents.Customers.lead(invoices, matters(to), course, (customer, dossier, taken) -> {
            for (int k = 0; k < taken.about().length; k++) {
                int place = taken.about()[k];
                rows.row(
                        taken.day(),
                        customer,
                        dossier.number(place),
                        taken.step().action().ordinal(),
                        taken.step().level(),
                        DayOfPrecedents.own(taken, place),
                        k == 0);
            }
        });
    }

    /** As in every replay, {@code OwnCopy.after}: what work inside the house leaves in the master data. */
    private static Debtor after(Action action, LocalDate on, Debtor d) {
        return action == Action.CREDIT_HOLD
                ? DebtorDraft.of(d).creditHoldSince(on).debtor()
                : d;
    }

    String effort() {
        return "customer-days decided and cases: " + Arrays.toString(course.effort());
    }
}
