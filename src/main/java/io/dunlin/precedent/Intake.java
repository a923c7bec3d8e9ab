package io.dunlin.precedent;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts an account into numbers, if numbers can hold it: invoices of one currency, payments and credits that are neither
 * taken back nor too large, contacts that were made. Whatever else an account has, or learns to have one day, refuses it,
 * and it is decided plainly.
 */
public final class Intake {
    /** What is looked at below; every other component must be absent. */
    private static final Map<Class<?>, Set<String>> KNOWN = Map.of(
            Account.class,
            Set.of("customer", "invoices", "payments", "credits", "contacts"),
            Debtor.class,
            Set.of(
                    "id",
                    "name",
                    "country",
                    "zone",
                    "language",
                    "type",
                    "group",
                    "segment",
                    "preferredChannel",
                    "email",
                    "phone",
                    "address",
                    "undeliverable",
                    "billingContactConfirmedOn",
                    "salesperson",
                    "collector",
                    "creditLimit",
                    "creditCurrency",
                    "creditHoldSince",
                    "insolventSince",
                    "doNotContact",
                    "sizeClass",
                    "strategy"),
            Receivable.class,
            Set.of("id", "customer", "issued", "due", "amount", "currency", "terms", "reference"),
            Payment.class,
            Set.of("id", "customer", "invoice", "on", "amount", "currency", "state"),
            Credit.class,
            Set.of("id", "customer", "invoice", "on", "amount", "currency"),
            Contact.class,
            Set.of("id", "customer", "on", "channel", "result", "by", "note", "decision", "steps"));

    private static final Map<Class<?>, List<RecordComponent>> UNKNOWN = new HashMap<>();

    static {
        KNOWN.forEach((type, known) -> UNKNOWN.put(
                type,
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> !known.contains(component.getName()))
                        .toList()));
    }

    private Intake() {}

    /** Fills the dossier; false where the account has something numbers cannot hold on or before the day. */
    public static boolean fill(Dossier dossier, Account account, LocalDate day) {
        if (account.invoices().isEmpty() || !isPlain(account)) {
            return false;
        }
        try {
            var currency = account.invoices().get(0).currency();
            dossier.begin(account.customer(), currency);
            return invoices(dossier, account) && contacts(dossier, account, day);
        } catch (ArithmeticException e) {
            // an amount finer than the currency's smallest unit, or larger than a number holds
            return false;
        }
    }

    private static boolean isPlain(Account account) {
        return onlyKnown(account)
                && onlyKnown(account.customer())
                && account.invoices().stream().allMatch(Intake::onlyKnown)
                && account.payments().stream().allMatch(Intake::onlyKnown)
                && account.credits().stream().allMatch(Intake::onlyKnown)
                && hasPlainLimit(account)
                && account.contacts().stream().allMatch(c -> onlyKnown(c) && c.result() == Contact.Result.DONE);
    }

    private static boolean hasPlainLimit(Account account) {
        var d = account.customer();
        return d.creditLimit() == null
                || d.creditCurrency() == null
                || d.creditCurrency().equals(account.invoices().get(0).currency());
    }

    private static boolean onlyKnown(Record its) {
        for (var component : UNKNOWN.get(its.getClass())) {
            if (!isAbsent(read(component, its))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbsent(Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a public record cannot be read", e);
        }
    }

    private static boolean invoices(Dossier dossier, Account account) {
        var numbers = new HashMap<String, Integer>();
        var ids = new String[account.invoices().size()];
        for (var invoice : account.invoices()) {
            ids[numbers.size()] = invoice.id();
            if (invoice.due() == null
                    || !invoice.currency().equals(dossier.currency)
                    || numbers.put(invoice.id(), numbers.size()) != null) {
                return false;
            }
        }
        var paid = payments(account, dossier.currency, numbers);
        if (paid == null) {
            return false;
        }
        var ordered = new ArrayList<>(account.invoices());
        ordered.sort(Comparator.comparing(Receivable::due).thenComparing(Receivable::id));
        for (var invoice : ordered) {
            if (!add(dossier, invoice, numbers.get(invoice.id()), paid)) {
                return false;
            }
        }
        dossier.ids(ids);
        return true;
    }

    /** By number of the invoice; null where one is no plain payment. */
    private static List<List<Payment>> payments(Account account, String currency, Map<String, Integer> numbers) {
        var paid = new ArrayList<List<Payment>>();
        numbers.forEach((id, number) -> paid.add(new ArrayList<>(1)));
        var receipts = Stream.concat(
                account.payments().stream(), account.credits().stream().map(Intake::payment));
        for (var payment : (Iterable<Payment>) receipts::iterator) {
            var number = payment.invoice() == null ? null : numbers.get(payment.invoice());
            if (number == null
                    || payment.state() != Payment.State.BOOKED
                    || !payment.currency().equals(currency)) {
                return null;
            }
            paid.get(number).add(payment);
        }
        paid.forEach(its -> its.sort(Comparator.comparing(Payment::on)));
        return paid;
    }

    /** A credit note settles as money does; what tells them apart are promises and plans, which are not taken in. */
    private static Payment payment(Credit c) {
        return new Payment(c.id(), c.customer(), c.invoice(), c.on(), c.amount(), c.currency(), null, null);
    }

    private static boolean add(Dossier dossier, Receivable invoice, int number, List<List<Payment>> paid) {
        long amount = units(invoice.amount(), dossier.decimals);
        dossier.add(number, Days.number(invoice.issued()), Days.number(invoice.due()), Dossier.NEVER, amount);
        long left = amount;
        for (var payment : paid.get(number)) {
            long money = units(payment.amount(), dossier.decimals);
            left -= money;
            dossier.pay(Days.number(payment.on()), money);
            if (left == 0) {
                dossier.settle(Days.number(payment.on()));
            }
        }
        return left >= 0;
    }

    private static long units(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).longValueExact();
    }

    private static boolean contacts(Dossier dossier, Account account, LocalDate day) {
        var past = account.contacts().stream()
                .filter(contact -> !contact.on().isAfter(day))
                .sorted(Comparator.comparing(Contact::on).thenComparing(Contact::id))
                .toList();
        for (var contact : past) {
            var steps = contact.steps();
            var made = new Dossier.Made(
                    contact.id(),
                    Days.number(contact.on()),
                    contact.channel(),
                    new int[steps.size()],
                    new int[steps.size()],
                    new int[steps.size()]);
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                made.invoices()[i] = step.invoice() == null ? -1 : dossier.place(step.invoice());
                made.actions()[i] = step.action().ordinal();
                made.levels()[i] = step.level();
                if (step.invoice() != null && made.invoices()[i] < 0) {
                    return false;
                }
            }
            dossier.carryOut(made);
        }
        dossier.given();
        return true;
    }
}
