package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A book of many pages, read by several threads. */
class TheBookPageByPageTest {
    private static final int CUSTOMERS = 40 * BookPages.PAGE + 3;

    private final AtomicInteger handed = new AtomicInteger();
    private final AtomicInteger mostAhead = new AtomicInteger();

    private Stream<String> ids() {
        return IntStream.range(0, CUSTOMERS).mapToObj("C%06d"::formatted).peek(id -> handed.incrementAndGet());
    }

    private static List<Account> read(List<String> page) {
        return page.stream()
                .map(id -> Account.of(Debtor.of(id, "Amsel", "DE"), List.of()))
                .toList();
    }

    @Test
    void everyCustomerIsSeenOnceAndInOrder() {
        var seen = new ArrayList<String>();
        new BookPages(this::ids, TheBookPageByPageTest::read)
                .forEach(account -> account.customer().id(), seen::add);
        assertThat(seen).isEqualTo(ids().toList());
    }

    @Test
    void whomItDoesNotConcernIsLeftOut() {
        var seen = new ArrayList<String>();
        new BookPages(this::ids, TheBookPageByPageTest::read)
                .forEach(
                        account -> account.customer().id().endsWith("7")
                                ? account.customer().id()
                                : null,
                        seen::add);
        assertThat(seen).hasSize(CUSTOMERS / 10).allMatch(id -> id.endsWith("7"));
    }

    /** However long the book: what was read and is not yet done with stays a few pages. */
    @Test
    void noMoreIsReadThanIsWorkedOn() {
        var done = new AtomicInteger();
        new BookPages(this::ids, TheBookPageByPageTest::read).forEach(account -> account, account -> {
            done.incrementAndGet();
            mostAhead.accumulateAndGet(handed.get() - done.get(), Math::max);
        });
        assertThat(done).hasValue(CUSTOMERS);
        assertThat(mostAhead.get()).isLessThanOrEqualTo(8 * BookPages.PAGE);
    }

    @Test
    void aDefectIsToldAndEndsIt() {
        var read = new AtomicInteger();
        var pages = new BookPages(this::ids, page -> {
            if (read.incrementAndGet() == 3) {
                throw new IllegalStateException("the database is gone");
            }
            return read(page);
        });
        assertThatThrownBy(() -> pages.forEach(account -> account, account -> {}))
                .hasMessage("the database is gone");
        assertThat(read.get()).isLessThan(20);
    }
}
