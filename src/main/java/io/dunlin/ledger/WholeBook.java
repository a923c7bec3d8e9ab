package io.dunlin.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Families;
import io.dunlin.book.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The whole book as it stands at one moment: whatever is written while it is read is not seen. Reading goes page by page,
 * so memory does not grow with the book.
 */
@ApplicationScoped
public class WholeBook {
    private static final int PAGE = 500;
    /** A limit only against a reader that never ends; the framework's minute is too short for a big book. */
    private static final Duration LONGEST_READING = Duration.ofHours(12);

    private static final String LINKED = """
            select c.id, c.group, c.payer, (select count(*) from InvoiceRow i where i.customer = c.id)
            from CustomerRow c where c.group is not null or c.payer is not null
            """;

    private final EntityManager database;
    private final Ledger ledger;
    private final SizeLimits sizes;

    WholeBook(EntityManager database, Ledger ledger, SizeLimits sizes) {
        this.database = database;
        this.ledger = ledger;
        this.sizes = sizes;
    }

    /** What is read must be read before this returns. What is written meanwhile needs a transaction of its own. */
    public <T> T atOneMoment(Function<Moment, T> reading) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_READING.toSeconds())
                .call(() -> {
                    database.createNativeQuery("set transaction isolation level repeatable read, read only")
                            .executeUpdate();
                    return reading.apply(new Moment());
                });
    }

    /** The book at that moment, for as long as it is being read. */
    public final class Moment {
        private Moment() {}

        /** Each customer once, in the order of the ids, with payer and group. */
        public Stream<Account> accounts() {
            return pages().flatMap(page -> read(page).stream());
        }

        private Stream<List<String>> pages() {
            return Stream.iterate(
                    ledger.customersAfter(null, PAGE),
                    page -> !page.isEmpty(),
                    page -> page.size() < PAGE ? List.of() : ledger.customersAfter(page.get(page.size() - 1), PAGE));
        }

        /** The same by those that belong together, each family where its first member stands. */
        public Stream<List<Account>> families() throws Families.TooLarge {
            var members = members();
            var first = new HashMap<String, String>();
            members.values().forEach(family -> family.forEach(id -> first.put(id, family.get(0))));
            return pages().map(page -> page.stream()
                            .filter(id -> first.getOrDefault(id, id).equals(id))
                            .map(id -> members.getOrDefault(id, List.of(id)))
                            .toList())
                    .flatMap(this::readFamilies);
        }

        /** By the first of them. Who pays for somebody need not be a customer itself. */
        private Map<String, List<String>> members() throws Families.TooLarge {
            var families = new Families();
            for (var row : database.createQuery(LINKED, Object[].class).getResultList()) {
                var invoices = Math.toIntExact((Long) row[3]);
                families.add(new Member((String) row[0], (String) row[1], (String) row[2]), invoices);
            }
            var heads = families.heads();
            var byHead = ledger.known(heads.keySet()).stream()
                    .sorted(Families.ID_ORDER)
                    .collect(groupingBy(heads::get));
            return byHead.values().stream().collect(toMap(family -> family.get(0), family -> family));
        }

        private Stream<List<Account>> readFamilies(List<List<String>> families) {
            var accounts = read(families.stream().flatMap(List::stream).toList()).stream()
                    .collect(toMap(account -> account.customer().id(), account -> account));
            return families.stream()
                    .map(family -> family.stream().map(accounts::get).toList());
        }

        private List<Account> read(List<String> page) {
            var accounts = ledger.accounts(page);
            // Or everything that was ever read stays on the heap until the transaction ends.
            database.clear();
            return accounts;
        }

        /**
         * Never from what was kept of an earlier moment.
         *
         * @param ratesOn the newest rates of that day count
         */
        public Book book(LocalDate day, LocalDate ratesOn) {
            var book = ledger.book(day, sizes.compute(day, ratesOn));
            return new Book(day, book.bankDataUpTo(), ledger.rates(ratesOn), book.classes());
        }

        public long customers() {
            return CustomerRow.count();
        }

        public long invoices() {
            return InvoiceRow.count();
        }

        public SortedSet<String> currencies() {
            return new TreeSet<>(database.createQuery("select distinct currency from InvoiceRow", String.class)
                    .getResultList());
        }
    }
}
