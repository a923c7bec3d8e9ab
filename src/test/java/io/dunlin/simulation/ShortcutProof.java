package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.mapping.Reject;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.Listener;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioCache;
import io.dunlin.portfolio.PortfolioFiles;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Everything fast against everything plain, row by row; {@code .ci/prove-shortcuts} runs all of it, tests run a part. */
public final class ShortcutProof {
    private static final long SEED = 4711;

    private final Decider decider;
    private final PlainPlayer plain;
    private final FastPlayer fast;
    private final LongAdder rows = new LongAdder();
    private final Map<String, Played> played = new ConcurrentHashMap<>();

    ShortcutProof(Decider decider, Window window, Function<LocalDate, Book> book) {
        var books = Books.of(window, book);
        this.decider = decider;
        this.plain = new PlainPlayer(decider, window, books);
        this.fast = new FastPlayer(decider, window, books);
    }

    void compare(Account account) {
        var expected = plain.play(account);
        var actual = fast.play(account);
        var id = account.customer().id();
        assertThat(rows(actual)).as("%s %s", decider.strategy().name(), id).isEqualTo(rows(expected));
        assertThat(actual.fired()).as("%s %s", decider.strategy().name(), id).isEqualTo(expected.fired());
        rows.add(expected.done().size());
        played.put(id, actual);
    }

    FastPlayer.Effort effort() {
        return fast.effort();
    }

    long rows() {
        return rows.sum();
    }

    /** What was done fast, given again. */
    Player recorded() {
        return family -> family.members().stream()
                .map(member -> played.get(member.customer().id()))
                .toList();
    }

    private static List<String> rows(Played its) {
        return its.done().stream().map(Done::row).toList();
    }

    /** A real portfolio; null where it is not on this machine. */
    static PortfolioFiles real(String file, String mapping) throws Exception {
        var path = Path.of("../shared/data").resolve(file);
        var given = System.getenv("DUNLIN_DATA_SETS");
        var there = given == null ? path : Path.of(given).resolve(file);
        return Files.exists(there) ? PortfolioFiles.of(there, mapping) : null;
    }

    static Portfolio open(PortfolioFiles files) throws Exception {
        return new PortfolioCache(null).open(files, Contents.of(files), new Listener() {
            @Override
            public void reject(Path file, Reject reject) {}

            @Override
            public void progress(long bytesDone, long bytesInAll) {}
        });
    }

    private static Book book(LocalDate day) {
        var classes = new SizeClasses(
                "EUR",
                new BigDecimal(40000 + 1000 * day.getMonthValue()),
                new BigDecimal(4000 + 100 * day.getMonthValue()));
        return new Book(day, day, Generator.rates(), classes);
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var from = Generator.AS_OF.minusDays(200);
        for (var strategy : Policies.SHIPPED) {
            real(
                    strategy,
                    "ibm-late-payments/WA_Fn-UseC_-Accounts-Receivable.csv",
                    "ibm-late-payments",
                    new Window(LocalDate.of(2012, 7, 1), LocalDate.of(2012, 12, 31)));
            real(
                    strategy,
                    "purchase-ledger/trainData.csv",
                    "purchase-ledger",
                    new Window(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 6, 30)));
            var halfAYear = new Window(from, from.plusDays(179));
            run(
                    new ShortcutProof(Policies.shipped(strategy), halfAYear, ShortcutProof::book),
                    "generated with all that happens to invoices",
                    halfAYear,
                    Generator.accounts(customers, SEED, Generator.AS_OF));
            // Reduced to what the shortcut holds, so that nearly all of them take it.
            run(
                    new ShortcutProof(Policies.shipped(strategy), halfAYear, ShortcutProof::book),
                    "generated",
                    halfAYear,
                    Generator.accounts(customers, SEED, Generator.AS_OF)
                            .map(TheSameCaseDecidedOnceTest::invoicesAndPayments));
        }
    }

    private static void real(String strategy, String file, String mapping, Window window) throws Exception {
        var files = real(file, mapping);
        if (files == null) {
            System.out.println(strategy + ", " + mapping + ": not on this machine, not compared");
            return;
        }
        try (var portfolio = open(files)) {
            // Whole books are asked for before the accounts: one query at a time.
            var proof = new ShortcutProof(Policies.shipped(strategy), window, portfolio::book);
            try (var accounts = portfolio.accounts()) {
                run(proof, mapping, window, accounts);
            }
        }
    }

    private static void run(ShortcutProof proof, String what, Window window, Stream<Account> accounts) {
        long begin = System.nanoTime();
        accounts.forEach(proof::compare);
        var effort = proof.effort();
        System.out.printf(
                "%s, %s, %s to %s: %,d rows of %,d customers equal, %,d of them played fast; %d s%n",
                proof.decider.strategy().name(),
                what,
                window.from(),
                window.to(),
                proof.rows(),
                effort.fast() + effort.plain(),
                effort.fast(),
                (System.nanoTime() - begin) / 1_000_000_000);
    }
}
