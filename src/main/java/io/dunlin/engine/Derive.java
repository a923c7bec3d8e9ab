package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.engine.Case.OpenItem;
import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** From what happened to what rules see. A pure function of the account, the book and the strategy's hold numbers. */
final class Derive {
    private final History history;
    private final Book book;
    private final HoldNumbers numbers;
    private final Set<String> thresholds;
    private List<Customer> payer;

    private Derive(Account account, Book book, HoldNumbers numbers, Set<String> thresholds) {
        this.history = new History(account);
        this.book = book;
        this.numbers = numbers;
        this.thresholds = thresholds;
    }

    /** {@code thresholds} are the currencies in which the policy states amounts; an invoice must convert to each. */
    static Case from(Account account, Book book, HoldNumbers numbers, Set<String> thresholds, Overrides overrides) {
        return new Derive(account, book, numbers, thresholds).derive(overrides);
    }

    private Case derive(Overrides overrides) {
        var drafts = new ArrayList<ItemDraft>();
        for (var item : history.items.values()) {
            if (item.isOpen(book.asOf())) {
                drafts.add(new ItemDraft(item, history, book, numbers, thresholds));
            }
        }
        drafts.sort(Comparator.comparing(ItemDraft::due).thenComparing(ItemDraft::id));
        var unallocated = Unallocated.of(history, book.asOf(), numbers.transitDays());
        unallocated.spread(drafts);
        MissedInstalments.spread(drafts);
        var habits = Habits.of(history, book.asOf(), numbers);
        var touch = Touching.of(history, book.asOf(), numbers);
        var customers = new TreeMap<String, Customer>();
        for (var currency : currencies(drafts, unallocated)) {
            var own = drafts.stream().filter(d -> d.currency().equals(currency)).toList();
            var totals = totals(currency, own, unallocated.total(currency));
            customers.put(currency, customer(currency, totals, habits, touch.facts()));
        }
        var open = new ArrayList<OpenItem>(drafts.size());
        drafts.forEach(draft -> open.add(draft.finish(customers.get(draft.currency()))));
        return new Case(history, book, List.copyOf(customers.values()), open, touch.holds(), overrides);
    }

    private static TreeSet<String> currencies(List<ItemDraft> drafts, Unallocated unallocated) {
        var currencies = new TreeSet<>(unallocated.currencies());
        drafts.forEach(draft -> currencies.add(draft.currency()));
        return currencies;
    }

    private Customer.Totals totals(String currency, List<ItemDraft> own, BigDecimal unallocated) {
        var exposure = BigDecimal.ZERO;
        var overdue = BigDecimal.ZERO;
        var collectable = BigDecimal.ZERO;
        int overdueInvoices = 0;
        int oldest = 0;
        for (var draft : own) {
            exposure = exposure.add(draft.balance());
            collectable = collectable.add(draft.collectable());
            if (draft.daysOverdue() > 0) {
                overdue = overdue.add(draft.balance());
                overdueInvoices++;
                oldest = Math.max(oldest, draft.daysOverdue());
            }
        }
        var size = sizeClass(overdue, currency);
        return new Customer.Totals(size, exposure, overdue, collectable, unallocated, overdueInvoices, oldest);
    }

    private SizeClass sizeClass(BigDecimal overdue, String currency) {
        if (debtor().sizeClass() != null) {
            return debtor().sizeClass();
        }
        return book.classes() == null ? SizeClass.UNRATED : book.classes().of(overdue, currency, book.rates());
    }

    private Customer customer(String currency, Customer.Totals totals, Customer.Habits habits, Customer.Touch touch) {
        var d = debtor();
        var people = new Customer.People(
                d.salesperson(), d.collector(), d.billingContactConfirmedOn() != null, d.preferredChannel());
        var identity = new Customer.Identity(
                d.id(), d.name() == null ? d.id() : d.name(), d.country(), d.type(), d.group(), d.segment(), people);
        var working = WorkingDays.isWorking(d.country(), book.asOf());
        var bankDataAge = book.bankDataUpTo() == null
                ? null
                : (Integer) (int) Math.max(0, ChronoUnit.DAYS.between(book.bankDataUpTo(), book.asOf()));
        var day = new Customer.Day(book.asOf(), working, bankDataAge);
        return new Customer(
                identity, currency, book.rates(), day, standing(d, currency, book.rates()), totals, habits, touch);
    }

    private Customer.Standing standing(Debtor d, String currency, Rates rates) {
        var limitCurrency = d.creditCurrency() == null ? currency : d.creditCurrency();
        var limit = d.creditLimit() != null && rates.converts(limitCurrency, currency)
                ? rates.convert(d.creditLimit(), limitCurrency, currency)
                : null;
        return new Customer.Standing(
                limit,
                d.creditHoldSince() != null && !d.creditHoldSince().isAfter(book.asOf()),
                d.insolventSince() != null && !d.insolventSince().isAfter(book.asOf()),
                d.doNotContact(),
                payer(currency));
    }

    /** What the payer owes in other currencies shows in the days only: amounts of two currencies are never added. */
    private Customer.Payer payer(String currency) {
        var account = history.account.payer();
        if (account == null) {
            return debtor().payer() == null
                    ? null
                    : new Customer.Payer(debtor().payer(), null, null, false, false, false);
        }
        if (payer == null) {
            payer = from(account, book, numbers, thresholds, Overrides.NONE).customers();
        }
        var own = payer.stream().filter(c -> c.currency().equals(currency)).findFirst();
        var standing =
                new Derive(account, book, numbers, thresholds).standing(account.customer(), currency, book.rates());
        return new Customer.Payer(
                account.customer().id(),
                payer.stream().mapToInt(Customer::oldestDaysOverdue).max().orElse(0),
                own.map(Customer::overdueTotal).orElse(BigDecimal.ZERO),
                standing.insolvent(),
                standing.doNotContact(),
                standing.creditHold());
    }

    private Debtor debtor() {
        return history.account.customer();
    }
}
