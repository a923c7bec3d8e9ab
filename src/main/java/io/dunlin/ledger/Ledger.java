package io.dunlin.ledger;

import static java.util.stream.Collectors.toMap;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Reads the book: all that is known of a customer, and what is true of the whole on a day. */
@ApplicationScoped
@Transactional
public class Ledger {
    private static final int PAGE = 1000;

    private final EntityManager database;
    private final SizeLimits sizes;
    private final Kin kin;
    private final LedgerConfig config;

    Ledger(EntityManager database, SizeLimits sizes, Kin kin, LedgerConfig config) {
        this.database = database;
        this.sizes = sizes;
        this.kin = kin;
        this.config = config;
    }

    public Optional<Account> account(String customer) {
        return accounts(List.of(customer)).stream().findFirst();
    }

    /** Known customers among these, ordered by id; as many queries for a thousand as for one. */
    public List<Account> accounts(Collection<String> customers) {
        var gathered = alone(customers);
        kin.complete(gathered.values(), this::alone);
        return gathered.values().stream().map(Gathered::account).toList();
    }

    /** The same for whoever reads the whole book: on a connection of its own, and nothing read is watched for changes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Account> accountsToRead(Collection<String> customers) {
        var session = database.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
        return accounts(customers);
    }

    /** Without payers and groups. */
    private Map<String, Gathered> alone(Collection<String> customers) {
        var gathered = new LinkedHashMap<String, Gathered>();
        for (var row : rows(RecordKind.CUSTOMERS, "id", customers)) {
            gathered.computeIfAbsent(row.id, id -> new Gathered()).customer = row.toBook();
        }
        if (gathered.isEmpty()) {
            return gathered;
        }
        var owners = new HashMap<String, String>();
        RecordKind.OF_AN_ACCOUNT.forEach(kind -> gather(kind, gathered, owners));
        return gathered;
    }

    private <B extends Record, R extends Stored<B>> void gather(
            RecordKind<B, R> kind, Map<String, Gathered> gathered, Map<String, String> owners) {
        var rows = kind.customer() != null
                ? rows(kind, "customer", gathered.keySet())
                : rows(kind, "invoice", owners.keySet());
        for (var row : rows) {
            var record = row.toBook();
            var owner = kind.customer() != null
                    ? kind.customer().apply(record)
                    : owners.get(kind.invoicesOf(record).get(0));
            kind.into().apply(gathered.get(owner)).add(record);
            if (kind == RecordKind.INVOICES) {
                owners.put(row.id, owner);
            }
        }
    }

    /** One array parameter, however many ids, so that the statement is planned once and never meets a limit. */
    private <R extends Stored<?>> List<R> rows(RecordKind<?, R> kind, String column, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "select * from " + kind.list() + " where " + column + " = any(:ids) order by id", kind.rows())
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    /** Those of the ids that are customers. */
    List<String> known(Collection<String> ids) {
        return database.unwrap(Session.class)
                .createNativeQuery("select id from customers where id = any(:ids)", String.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    public Optional<String> customerOfInvoice(String invoice) {
        return Ids.possible(invoice)
                ? InvoiceRow.<InvoiceRow>findByIdOptional(invoice).map(row -> row.customer)
                : Optional.empty();
    }

    /** Ids in byte order; pass the last one of a page to get the next. Null or empty begins. */
    public List<String> customersAfter(String after, int limit) {
        return database.createQuery("select id from CustomerRow where id > :after order by id", String.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Every customer, read page by page; each page is a query of its own, so nothing stays open meanwhile. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Stream<String> customers() {
        return Stream.iterate(
                        customersAfter(null, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.of() : customersAfter(page.get(page.size() - 1), PAGE))
                .flatMap(List::stream);
    }

    /** Looks only at what had happened by that day. */
    public Book book(LocalDate asOf) {
        return book(asOf, sizes.on(asOf));
    }

    Book book(LocalDate asOf, SizeClasses classes) {
        var bank = BankImportRow.newestOn(asOf).map(row -> row.upTo).orElse(null);
        return new Book(asOf, bank, rates(asOf), classes);
    }

    /** Of each currency the newest that was known by that day. */
    public Rates rates(LocalDate asOf) {
        return new Rates(RateRow.newestOn(asOf).stream().collect(toMap(row -> row.currency, row -> row.perUnit)));
    }

    /** In which customers, and arms of an experiment, are compared. */
    public String baseCurrency() {
        return config.baseCurrency();
    }
}
