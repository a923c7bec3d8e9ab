package io.dunlin.precedent;

import io.dunlin.book.Book;
import io.dunlin.engine.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The days that are decided, as numbers (days since 1970), and what is true of the whole book on each. */
public final class Days {
    private final int first;
    private final Book[] books;
    private final int[] yearBefore;
    /** -1 where unknown. */
    private final int[] bankDataAge;
    /** The next later day on which the book itself is another. */
    private final int[] nextNews;

    private final LocalDate[] dates;
    private final boolean everyDay;
    private final Map<String, Calendar> calendars = new ConcurrentHashMap<>();

    /**
     * Working days of one country.
     *
     * @param first the first of all days
     * @param working whether the n-th day is one
     * @param gaps free days between the n-th day and the next working day
     * @param mostGap the largest of them
     * @param next the n-th day itself if it is decided for this country, else the next that is
     */
    record Calendar(String country, int first, boolean[] working, byte[] gaps, int mostGap, int[] next) {
        boolean isWorking(int day) {
            return working[day - first];
        }

        /** Free days between the day and the next working day. */
        int gap(int day) {
            return gaps[day - first];
        }

        /** The day itself if it is decided for this country, else the next that is; after the last day if none is. */
        int onOrAfter(int day) {
            return day >= after() ? after() : next[Math.max(0, day - first)];
        }

        /** The day after the last. */
        int after() {
            return first + working.length;
        }
    }

    private Days(int first, Book[] books, boolean everyDay) {
        this.first = first;
        this.books = books;
        this.everyDay = everyDay;
        this.yearBefore = new int[books.length];
        this.bankDataAge = new int[books.length];
        this.nextNews = new int[books.length];
        this.dates = new LocalDate[books.length];
        for (int i = 0; i < books.length; i++) {
            dates[i] = date(first + i);
            yearBefore[i] = number(dates[i].minusYears(1));
            bankDataAge[i] = age(books[i]);
        }
        int next = first + books.length;
        for (int i = books.length - 1; i >= 0; i--) {
            nextNews[i] = next;
            boolean news =
                    i > 0 && (bankDataAge[i] != bankDataAge[i - 1] || books[i].classes() != books[i - 1].classes());
            next = news ? first + i : next;
        }
    }

    private static int age(Book book) {
        return book.bankDataUpTo() == null
                ? -1
                : (int) Math.max(0, ChronoUnit.DAYS.between(book.bankDataUpTo(), book.asOf()));
    }

    /** One day, working or not. */
    public static Days only(Book book) {
        return new Days(number(book.asOf()), new Book[] {book}, true);
    }

    /** The working days of each customer's country; {@code books} is asked once for each day. */
    public static Days working(LocalDate from, LocalDate to, Function<LocalDate, Book> books) {
        return new Days(number(from), from.datesUntil(to.plusDays(1)).map(books).toArray(Book[]::new), false);
    }

    public static int number(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** Whether money is worth the same on all of them. */
    public boolean haveOneRate() {
        return java.util.Arrays.stream(books).allMatch(book -> book.rates().equals(books[0].rates()));
    }

    int first() {
        return first;
    }

    int last() {
        return first + books.length - 1;
    }

    LocalDate on(int day) {
        return dates[day - first];
    }

    Book book(int day) {
        return books[day - first];
    }

    int yearBefore(int day) {
        return yearBefore[day - first];
    }

    /** The first day on which an invoice settled then is more than a year past; after the last day if none is. */
    int forgotten(int settled) {
        int day = Math.max(first, settled + 365);
        while (day <= last() && yearBefore(day) <= settled) {
            day++;
        }
        return day;
    }

    /** -1 where unknown. */
    int bankDataAge(int day) {
        return bankDataAge[day - first];
    }

    int nextNews(int day) {
        return nextNews[day - first];
    }

    Calendar calendar(String country) {
        var known = calendars.get(country);
        return known == null ? calendars.computeIfAbsent(country, this::count) : known;
    }

    private Calendar count(String country) {
        var working = new boolean[books.length];
        var gap = new byte[books.length];
        for (int i = 0; i < books.length; i++) {
            var date = date(first + i);
            working[i] = WorkingDays.isWorking(country, date);
            gap[i] = (byte) ChronoUnit.DAYS.between(date, WorkingDays.lastBeforeNext(country, date));
        }
        int most = 0;
        for (byte its : gap) {
            most = Math.max(most, its);
        }
        return new Calendar(country, first, working, gap, most, next(working));
    }

    private int[] next(boolean[] working) {
        var next = new int[working.length];
        int its = first + working.length;
        for (int i = working.length - 1; i >= 0; i--) {
            its = everyDay || working[i] ? first + i : its;
            next[i] = its;
        }
        return next;
    }
}
