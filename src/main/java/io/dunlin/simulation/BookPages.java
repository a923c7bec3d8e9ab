package io.dunlin.simulation;

import io.dunlin.book.Account;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole book, read and worked on by several threads, a few pages at a time: memory does not grow with it. What came of
 * each customer is handed on by one thread and in the order of the book, so that the same book is told the same way.
 */
final class BookPages {
    static final int PAGE = 250;
    /** Each holds a connection to the database, and customers are served meanwhile. */
    private static final int MOST_THREADS = 4;

    private final Supplier<Stream<String>> ids;
    private final Function<List<String>, List<Account>> read;
    private final int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

    /** @param read is called by several threads at once */
    BookPages(Supplier<Stream<String>> ids, Function<List<String>, List<Account>> read) {
        this.ids = ids;
        this.read = read;
    }

    /** Hands on what {@code work} makes of each customer; nothing where it makes null of one. */
    <T> void forEach(Function<Account, T> work, Consumer<T> then) {
        var workers = Executors.newFixedThreadPool(threads, BookPages::thread);
        var underWay = new ArrayDeque<Future<List<T>>>();
        try (var customers = ids.get()) {
            var left = customers.iterator();
            while (left.hasNext() || !underWay.isEmpty()) {
                while (left.hasNext() && underWay.size() < threads * 2) {
                    underWay.add(submit(workers, page(left), work));
                }
                finished(underWay.remove()).forEach(then);
            }
        } finally {
            // Where something went wrong, what is under way is of no use to anybody.
            workers.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "book-check");
        thread.setDaemon(true);
        return thread;
    }

    private static List<String> page(Iterator<String> ids) {
        var page = new ArrayList<String>(PAGE);
        while (ids.hasNext() && page.size() < PAGE) {
            page.add(ids.next());
        }
        return page;
    }

    private <T> Future<List<T>> submit(ExecutorService workers, List<String> page, Function<Account, T> work) {
        return workers.submit(() -> {
            var results = new ArrayList<T>(page.size());
            for (var account : read.apply(page)) {
                var result = work.apply(account);
                if (result != null) {
                    results.add(result);
                }
            }
            return results;
        });
    }

    private static <T> List<T> finished(Future<List<T>> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException defect ? defect : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the book was being looked at", e);
        }
    }
}
