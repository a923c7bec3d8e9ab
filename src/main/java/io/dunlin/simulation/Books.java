package io.dunlin.simulation;

import io.dunlin.book.Book;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is true of the whole book on each day of a window. Who is big is computed from all customers together and
 * therefore only now and then ({@link Window#reassessments}); bank data is taken as fresh every day.
 */
public final class Books {
    private final TreeMap<LocalDate, Book> assessed = new TreeMap<>();

    private Books() {}

    public static Books of(Window window, Function<LocalDate, Book> assess) {
        var books = new Books();
        window.reassessments().forEach(day -> books.assessed.put(day, assess.apply(day)));
        return books;
    }

    public Book on(LocalDate day) {
        var book = assessed.floorEntry(day).getValue();
        return new Book(day, day, book.rates(), book.classes());
    }

    public java.util.Set<LocalDate> reassessments() {
        return java.util.Collections.unmodifiableSet(assessed.keySet());
    }
}
