package io.dunlin.precedent;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.precedent.Scale.Measure;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.math.BigDecimal;
import java.util.List;

/** Every threshold an amount in one currency, or a number beside it, is compared with. */
final class Money {
    /** The numbers of a customer, in the order of {@link Whole}'s slots. */
    static final List<String> SLOTS = List.of(
            "exposure",
            "overdueTotal",
            "collectableTotal",
            "overdueInvoices",
            "oldestDaysOverdue",
            "settledInvoices",
            "averageDaysLate",
            "latePercent",
            "daysSinceContact",
            "contactsLast7Days",
            "contactsLast30Days",
            "bankDataAge");

    static final int EXPOSURE = 0;
    static final int OVERDUE = 1;
    static final int COLLECTABLE = 2;
    static final int OVERDUE_INVOICES = 3;
    static final int OLDEST = 4;
    static final int SETTLED = 5;
    static final int DAYS_LATE = 6;
    static final int LATE_PERCENT = 7;
    static final int SINCE_CONTACT = 8;
    static final int CONTACTS_7 = 9;
    static final int CONTACTS_30 = 10;
    static final int BANK_DATA = 11;

    private static final int AMOUNTS = 3;
    private static final long LARGEST = 100_000_000_000_000_000L;

    final Scale amount;
    final Scale balance;
    final Scale open;
    final Scale collectable;
    final Scale[] customer;
    final Scale[] invoice;
    private final Currency currency;
    private SizeClasses classes;
    private long fromA;
    private long fromB;

    private final long size;

    Money(Questions questions, Currency currency) {
        this.currency = currency;
        var measure = new Measure(currency.code(), currency.decimals(), currency.rates());
        this.amount = Scale.of(questions.ofInvoice("amount"), measure);
        this.balance = Scale.of(questions.ofInvoice("balance"), measure);
        // Whether anything is left to ask for matters to the engine itself.
        this.open = Scale.of(questions.ofInvoice("openAmount"), measure, 1);
        this.collectable = Scale.of(questions.ofInvoice("collectable"), measure, 1);
        this.customer = slots(questions, Asker.CUSTOMER, measure, 1);
        this.invoice = slots(questions, Asker.INVOICE, measure);
        this.size = (long) amount.places() * balance.places() * open.places() * collectable.places();
    }

    private static Scale[] slots(Questions questions, Asker asker, Measure money, long... always) {
        var scales = new Scale[SLOTS.size()];
        for (int slot = 0; slot < scales.length; slot++) {
            List<Comparison> asked = questions.ofCustomer(asker, SLOTS.get(slot));
            boolean isMoney = slot < AMOUNTS;
            boolean matters = isMoney && always.length > 0;
            scales[slot] = asked.isEmpty() && !matters
                    ? null
                    : Scale.of(asked, isMoney ? money : Measure.PLAIN, matters ? always : new long[0]);
        }
        return scales;
    }

    /** Whether the number of a customer depends on its invoices, other than by the mere passing of days. */
    static boolean isOfInvoices(int slot) {
        return slot < SINCE_CONTACT;
    }

    /** How many places an invoice's amounts can take together. */
    long size() {
        return size;
    }

    long place(long itsAmount, long itsBalance, long itsOpen, long itsCollectable) {
        long place = amount.place(itsAmount);
        place = place * balance.places() + balance.place(itsBalance);
        place = place * open.places() + open.place(itsOpen);
        return place * collectable.places() + collectable.place(itsCollectable);
    }

    SizeClass sizeClass(SizeClasses of, long overdue) {
        if (of == null || !currency.rates().converts(currency.code(), of.currency())) {
            return SizeClass.UNRATED;
        }
        if (of != classes) {
            classes = of;
            fromA = least(SizeClass.A);
            fromB = least(SizeClass.B);
        }
        return overdue >= fromA ? SizeClass.A : overdue >= fromB ? SizeClass.B : SizeClass.C;
    }

    /** The least overdue total that is of the class or a bigger one: found by asking, so that rounding is the engine's. */
    private long least(SizeClass wanted) {
        long low = 1;
        long high = LARGEST;
        while (low < high) {
            long middle = (low + high) >>> 1;
            var its = classes.of(BigDecimal.valueOf(middle, currency.decimals()), currency.code(), currency.rates());
            if (its.compareTo(wanted) <= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
