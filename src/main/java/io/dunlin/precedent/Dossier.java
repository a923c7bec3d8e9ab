package io.dunlin.precedent;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Debtor;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One customer's account in numbers: days since 1970, money in the currency's smallest unit, an action by its ordinal.
 * Invoices stand in the order of their due dates and, within a day, of their ids. The same object is filled again for the
 * next customer.
 */
public final class Dossier {
    static final int NEVER = Integer.MAX_VALUE;
    static final int ACTIONS = Action.values().length;
    private static final Action[] ACTION = Action.values();

    Debtor debtor;
    String currency;
    int decimals;

    int size;
    /** What tells one invoice from another; for the result only. */
    int[] number = new int[32];

    int[] issued = new int[32];
    int[] due = new int[32];
    /** When the last of its money came; {@link #NEVER} while some is missing. */
    int[] settled = new int[32];

    long[] amount = new long[32];
    /** Payments of the n-th invoice, oldest first, stand from the n-th to the next position. */
    int[] paidFrom = new int[33];

    int[] paidOn = new int[64];
    long[] paid = new long[64];

    /** Days on which the customer was contacted, in order. */
    int[] contactOn = new int[32];

    int contacts;
    /** Last day each customer-wide action was done. */
    final int[] customerDone = new int[ACTIONS];

    long customerDoneAny;

    private String[] ids;

    /** What was done to one invoice, as far as anything was. */
    Steps[] ladder = new Steps[32];

    /** @param id sorts contacts of one day, as in every account */
    record Made(String id, int day, Channel channel, int[] invoices, int[] actions, int[] levels) {}

    private final ArrayDeque<Steps> spare = new ArrayDeque<>();
    private final List<Made> made = new ArrayList<>();
    private int given;

    /** Steps done on one invoice. */
    static final class Steps {
        long done;
        final int[] on = new int[ACTIONS];
        final int[] level = new int[ACTIONS];
        int lastAction = -1;
        int lastOn;
        private String lastContact;
        /** The same without the days; null where it must be looked up. Kept by {@link Ladders}. */
        Rung rung;
        /** Where it was before the last step, if that leads somewhere new. */
        Rung before;

        long step;

        void clear() {
            for (long left = done; left != 0; left &= left - 1) {
                level[Long.numberOfTrailingZeros(left)] = 0;
            }
            done = 0;
            lastAction = -1;
            forget();
        }

        void forget() {
            rung = null;
            before = null;
        }

        void add(String contact, int day, int action, int its) {
            long bit = 1L << action;
            level[action] = (done & bit) == 0 ? its : Math.max(level[action], its);
            on[action] = (done & bit) == 0 ? day : Math.max(on[action], day);
            done |= bit;
            var a = ACTION[action];
            boolean counts = a.claim() != Action.Claim.NOTHING || a.isContact();
            if (counts && (lastAction < 0 || day > lastOn || contact.compareTo(lastContact) >= 0)) {
                lastAction = action;
                lastOn = day;
                lastContact = contact;
            }
            climb((long) its << 16 | action << 8 | lastAction + 1);
        }

        private void climb(long its) {
            before = rung;
            step = its;
            rung = before == null ? null : before.after(its);
            before = rung == null ? before : null;
        }
    }

    /** Begins anew for a customer. */
    public void begin(Debtor whose, String itsCurrency) {
        debtor = whose;
        if (!itsCurrency.equals(currency)) {
            currency = itsCurrency;
            decimals = java.util.Currency.getInstance(itsCurrency).getDefaultFractionDigits();
        }
        for (int i = 0; i < size; i++) {
            if (ladder[i] != null) {
                spare.push(ladder[i]);
                ladder[i] = null;
            }
        }
        size = 0;
        ids = null;
        contacts = 0;
        made.clear();
        given = 0;
        customerDoneAny = 0;
    }

    /** An invoice that was paid in full on a day, or never; in the order of due dates and numbers. */
    public void add(int its, int issuedOn, int dueOn, int settledOn, long money) {
        room();
        int i = size++;
        number[i] = its;
        issued[i] = issuedOn;
        due[i] = dueOn;
        settled[i] = settledOn;
        amount[i] = money;
        ladder[i] = null;
        if (settledOn != NEVER) {
            paidOn[paidFrom[i]] = settledOn;
            paid[paidFrom[i]] = money;
        }
        paidFrom[i + 1] = paidFrom[i] + (settledOn == NEVER ? 0 : 1);
    }

    private void room() {
        if (size == number.length) {
            int more = size * 2;
            number = Arrays.copyOf(number, more);
            issued = Arrays.copyOf(issued, more);
            due = Arrays.copyOf(due, more);
            settled = Arrays.copyOf(settled, more);
            amount = Arrays.copyOf(amount, more);
            paidFrom = Arrays.copyOf(paidFrom, more + 1);
            ladder = Arrays.copyOf(ladder, more);
        }
        if (paidFrom[size] + 1 >= paidOn.length) {
            paidOn = Arrays.copyOf(paidOn, paidOn.length * 2);
            paid = Arrays.copyOf(paid, paid.length * 2);
        }
    }

    /** Another payment towards the invoice added last; in the order of days. */
    void pay(int day, long money) {
        room();
        int at = paidFrom[size]++;
        paidOn[at] = day;
        paid[at] = money;
    }

    /** The invoice added last was paid in full. */
    void settle(int day) {
        settled[size - 1] = day;
    }

    /** -1 where there is no such invoice. */
    int place(String id) {
        for (int i = 0; i < size; i++) {
            if (id(i).equals(id)) {
                return i;
            }
        }
        return -1;
    }

    void ids(String[] byNumber) {
        ids = byNumber;
    }

    public int size() {
        return size;
    }

    public int number(int invoice) {
        return number[invoice];
    }

    public String currency() {
        return currency;
    }

    /** The invoice's id; where it was given none, its number with nine digits, which sorts as the number does. */
    public String id(int invoice) {
        return ids == null ? digits(number[invoice]) : ids[number[invoice]];
    }

    private static String digits(int number) {
        var digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 9 - digits.length())) + digits;
    }

    public long amount(int invoice) {
        return amount[invoice];
    }

    long balance(int invoice, int day) {
        if (settled[invoice] <= day) {
            return 0;
        }
        long balance = amount[invoice];
        for (int p = paidFrom[invoice]; p < paidFrom[invoice + 1] && paidOn[p] <= day; p++) {
            balance -= paid[p];
        }
        return balance;
    }

    public BigDecimal money(long units) {
        return BigDecimal.valueOf(units, decimals);
    }

    /** Something that was carried out; an invoice of -1 is the customer as a whole. */
    void carryOut(Made contact) {
        made.add(contact);
        if (contact.channel().reachesCustomer()) {
            if (contacts == contactOn.length) {
                contactOn = Arrays.copyOf(contactOn, contacts * 2);
            }
            contactOn[contacts++] = contact.day();
        }
        for (int i = 0; i < contact.invoices().length; i++) {
            int invoice = contact.invoices()[i];
            int action = contact.actions()[i];
            if (invoice < 0) {
                customerDone[action] = contact.day();
                customerDoneAny |= 1L << action;
            } else {
                if (ladder[invoice] == null) {
                    ladder[invoice] = untouched();
                }
                ladder[invoice].add(contact.id(), contact.day(), action, contact.levels()[i]);
            }
        }
    }

    private Steps untouched() {
        var its = spare.isEmpty() ? new Steps() : spare.pop();
        its.clear();
        return its;
    }

    /** How many of the contacts were made here and not given with the account. */
    int simulated() {
        return made.size() - given;
    }

    /** What was carried out so far is history. */
    void given() {
        given = made.size();
    }

    /** The same account in words, for whoever decides it plainly. */
    Account account() {
        var receivables = new ArrayList<Receivable>(size);
        var payments = new ArrayList<Payment>();
        for (int i = 0; i < size; i++) {
            receivables.add(Receivable.of(
                    id(i), debtor.id(), Days.date(issued[i]), Days.date(due[i]), money(amount[i]), currency));
            for (int p = paidFrom[i]; p < paidFrom[i + 1]; p++) {
                payments.add(new Payment(
                        digits(p), debtor.id(), id(i), Days.date(paidOn[p]), money(paid[p]), currency, null, null));
            }
        }
        var done = made.stream().map(this::contact).toList();
        return new Account(debtor, receivables, payments, null, null, null, null, null, done, null, null, null, null);
    }

    private Contact contact(Made m) {
        var its = new ArrayList<Contact.Step>();
        for (int i = 0; i < m.invoices().length; i++) {
            var invoice = m.invoices()[i] < 0 ? null : id(m.invoices()[i]);
            its.add(new Contact.Step(invoice, ACTION[m.actions()[i]], m.levels()[i]));
        }
        return new Contact(
                m.id(), debtor.id(), Days.date(m.day()), m.channel(), Contact.Result.DONE, null, null, null, its);
    }
}
