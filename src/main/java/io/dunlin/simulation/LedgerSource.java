package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Families;
import io.dunlin.ledger.WholeBook;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The live book, as it stands at one moment; what happened is dated, so that it arrives on its day like in files. As
 * there, one set of rates holds on all days: else figures of two days would differ where nothing happened but a rate.
 */
public final class LedgerSource implements Source {
    private final WholeBook.Moment moment;
    private final LocalDate ratesOn;

    public LedgerSource(WholeBook.Moment moment, LocalDate ratesOn) {
        this.moment = moment;
        this.ratesOn = ratesOn;
    }

    @Override
    public Stream<? extends Supplier<Account>> accounts() {
        return moment.accounts().map(account -> () -> account);
    }

    @Override
    public Stream<? extends Supplier<Family>> families() throws SimulationRefused {
        try {
            return moment.families().map(members -> () -> new Family(members));
        } catch (Families.TooLarge e) {
            throw new SimulationRefused(e.getMessage());
        }
    }

    @Override
    public Book book(LocalDate day) {
        return moment.book(day, ratesOn);
    }

    /** Nothing is rejected: what is in the book was believed when it came in. */
    @Override
    public Extent extent() {
        return new Extent(moment.customers(), moment.invoices(), 0, moment.currencies());
    }

    /** A book has no file to know it by; who lays it down can say by what it came to. */
    @Override
    public List<Input> inputs() {
        return List.of();
    }
}
