package io.dunlin.precedent;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Standing;
import io.dunlin.language.HoldNumbers;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was decided about every case so far. Two cases that answer every question of every rule alike, and stand alike
 * towards the holds the engine itself knows, are the same case: it is decided once, by the engine, and remembered. For
 * one thread.
 */
final class Precedents {
    private static final Entry[] NO_WISH = {};
    private static final int MOST = 400_000;
    private static final long FITS = 1L << (62 - Ladders.BITS);
    private static final int MOST_PAIRS = 30;
    private static final long NO_LIMIT = 1L << MOST_PAIRS;
    private static final int MOST_PROFILES = 64;

    final Days days;
    final HoldNumbers numbers;
    private final Views views;
    private final Decider decider;
    private final List<String> currencies = new ArrayList<>();
    private final long claims;
    private final boolean asksHabits;
    private final boolean asksContacts;
    private final Thresholds thresholds;
    private final boolean limitInEachPair;

    private Interner profiles;
    private Interner customers;
    private Ladders ladders;
    private Interner cases;
    private List<Entry> entries;
    private List<Entry[]> wishes;
    /** By the very object: portfolios without master data have one for each country. */
    private final Map<Debtor, Master> masters = new IdentityHashMap<>();

    Dossier dossier;
    Days.Calendar calendar;
    private int currency;
    private Master master;
    private long decisions;

    int open;
    int[] item = new int[32];
    Entry[] standing = new Entry[32];
    long[] collectable = new long[32];
    long[] openAmount = new long[32];
    long[] fresh = new long[32];
    private int[] state = new int[32];
    /** By invoice: the case it was when it was decided last. */
    private int[] askingBefore = new int[32];

    private long[] itsBefore = new long[32];
    private Entry[] before = new Entry[32];
    Entry[] wish;
    private final Whole whole;
    private final long[] slots;

    Precedents(Decider decider, Days days) {
        this.decider = decider;
        this.days = days;
        this.numbers = decider.strategy().manifest().holds();
        this.views = new Views(decider);
        long claimed = 0;
        for (var action : Action.values()) {
            claimed |= action.claim() == Action.Claim.NOTHING ? 0 : 1L << action.ordinal();
        }
        this.claims = claimed;
        this.asksHabits = asks("habitualLatePayer", "settledInvoices", "averageDaysLate", "latePercent");
        this.asksContacts = asks("contactsLast7Days", "contactsLast30Days");
        this.whole = new Whole(days, numbers, asksHabits, asksContacts);
        this.slots = whole.slots;
        this.thresholds = new Thresholds(views.questions, days, asks("oldestDaysOverdue"), asks("daysSinceContact"));
        this.limitInEachPair = views.questions.pairs().stream()
                .allMatch(p -> p.field().equals("creditLimit") || p.other().equals("creditLimit"));
        forget();
    }

    private boolean asks(String... fields) {
        for (var field : fields) {
            for (var asker : Asker.values()) {
                if (views.questions.asksOfCustomer(asker, field)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean asksHabits() {
        return asksHabits;
    }

    /** Why the shortcut cannot be taken, a sentence for each reason; empty where it can. */
    Set<String> objections() {
        var all = views.questions;
        var objections = new TreeSet<>(all.objections());
        var widest = new Money(all, "EUR", 2, Rates.NONE);
        var ages = new Ages(all, numbers);
        if (!new Profile(all).fits() || all.pairs().size() > MOST_PAIRS || ages.size() > FITS / widest.size()) {
            objections.add("the strategy asks more questions than fit into the number of a case");
        }
        return objections;
    }

    private void forget() {
        masters.clear();
        profiles = new Interner();
        customers = new Interner();
        ladders = new Ladders(views, numbers);
        cases = new Interner();
        entries = new ArrayList<>();
        wishes = new ArrayList<>();
    }

    /** How many cases were decided; each cost one plain evaluation. */
    int size() {
        return entries.size() + wishes.size();
    }

    /** From now on it is about this customer. */
    void open(Dossier whose, int day) {
        if (entries.size() + customers.size() + ladders.size() + profiles.size() > MOST) {
            forget();
        }
        dossier = whose;
        calendar = days.calendar(whose.debtor.country());
        currency = currencies.indexOf(whose.currency);
        if (currency < 0) {
            currency = currencies.size();
            currencies.add(whose.currency);
        }
        if (before.length < whose.size) {
            askingBefore = new int[whose.size * 2];
            itsBefore = new long[whose.size * 2];
            before = new Entry[whose.size * 2];
        }
        Arrays.fill(askingBefore, 0, whose.size, -1);
        for (int i = 0; i < whose.size; i++) {
            if (whose.ladder[i] != null) {
                whose.ladder[i].code = -1;
            }
        }
        profile(day);
    }

    /** Reads master data anew; to be called whenever it changed. */
    void profile(int day) {
        var d = dossier.debtor;
        boolean dated = d.creditHoldSince() != null || d.insolventSince() != null;
        var known = dated ? null : masters.get(d);
        if (known != null && known.currency.equals(dossier.currency)) {
            master = known;
            return;
        }
        master = new Master(dossier, days.book(day).rates(), day);
        if (!dated && masters.size() < MOST_PROFILES) {
            masters.put(d, master);
        }
    }

    private int profile(View view) {
        if (view.id >= master.answers.length) {
            master.answers = Arrays.copyOf(master.answers, view.id * 2);
        }
        if (master.answers[view.id] == 0) {
            long answers = view.profile.answers(view.asker, master.customer);
            master.answers[view.id] = profiles.of(answers, master.reach) + 1;
        }
        return master.answers[view.id];
    }

    private Money money(View view, int day) {
        return view.money(currency, dossier, days.book(day).rates());
    }

    /** Finds what was decided about each open invoice, and about the customer, for the day. */
    void decide(int day) {
        sums(day);
        if (open == 0) {
            wish = NO_WISH;
            return;
        }
        whole.touch(dossier, day);
        decisions++;
        int gap = calendar.gap()[day - days.first()];
        for (int n = 0; n < open; n++) {
            int i = item[n];
            long ladder = ladders.code(dossier.ladder[i], state[n], fresh[n], day);
            var view = view(n);
            var money = money(view, day);
            long place = view.ages.place(dossier, i, day, calendar, gap) * money.size();
            place += money.place(dossier.amount[i], dossier.balance(i, day), openAmount[n], collectable[n]);
            standing[n] = known(customer(view, day), place << Ladders.BITS | ladder, i, day);
        }
        wish = views.anyWish ? wishes(customer(views.whole, day), day) : NO_WISH;
    }

    /** What can matter to the n-th open invoice now. */
    View view(int n) {
        var steps = dossier.ladder[item[n]];
        return (steps == null ? views.untouched() : steps.views)[state[n]];
    }

    /** Whether a claim on the n-th open invoice was made so lately that the customer is given time. */
    boolean isReacting(int n) {
        return state[n] == Views.REACTING;
    }

    boolean isClaim(int action) {
        return (claims & 1L << action) != 0;
    }

    /** Most invoices are the case they were on the day before. */
    private Entry known(int asking, long its, int invoice, int day) {
        if (askingBefore[invoice] != asking || itsBefore[invoice] != its) {
            before[invoice] = entry(asking, its, invoice, day);
            askingBefore[invoice] = asking;
            itsBefore[invoice] = its;
        }
        return before[invoice];
    }

    private Entry entry(int asking, long its, int invoice, int day) {
        int number = cases.of(asking, its);
        if (number == entries.size()) {
            var book = days.book(day);
            var decided = Standing.ofInvoice(decider, dossier.account(), book, dossier.id(invoice));
            entries.add(new Entry(decided, decider.strategy().manifest()));
        }
        return entries.get(number);
    }

    private Entry[] wishes(int customer, int day) {
        while (wishes.size() <= customer) {
            wishes.add(null);
        }
        var known = wishes.get(customer);
        if (known == null) {
            known = Standing.ofCustomer(decider, dossier.account(), days.book(day)).stream()
                    .map(its -> new Entry(its, decider.strategy().manifest()))
                    .toArray(Entry[]::new);
            wishes.set(customer, known);
        }
        return known;
    }

    private void sums(int day) {
        open = 0;
        long exposure = 0;
        long overdueTotal = 0;
        long collectableTotal = 0;
        int overdueInvoices = 0;
        int oldest = 0;
        for (int i = 0; i < dossier.size; i++) {
            if (dossier.issued[i] <= day && dossier.settled[i] > day) {
                room();
                long balance = dossier.balance(i, day);
                int overdue = day - dossier.due[i];
                fresh[open] = ladders.fresh(dossier.ladder[i], day);
                boolean free = (fresh[open] & claims) == 0;
                state[open] = free ? overdue > 0 ? Views.FREE : Views.NOT_DUE : Views.REACTING;
                item[open] = i;
                openAmount[open] = free ? balance : 0;
                collectable[open] = free && overdue > 0 ? balance : 0;
                exposure += balance;
                collectableTotal += collectable[open++];
                if (overdue > 0) {
                    overdueTotal += balance;
                    overdueInvoices++;
                    oldest = Math.max(oldest, overdue);
                }
            }
        }
        slots[0] = exposure;
        slots[1] = overdueTotal;
        slots[2] = collectableTotal;
        slots[3] = overdueInvoices;
        slots[4] = oldest;
    }

    private void room() {
        if (open == item.length) {
            item = Arrays.copyOf(item, open * 2);
            standing = Arrays.copyOf(standing, open * 2);
            openAmount = Arrays.copyOf(openAmount, open * 2);
            collectable = Arrays.copyOf(collectable, open * 2);
            fresh = Arrays.copyOf(fresh, open * 2);
            state = Arrays.copyOf(state, open * 2);
        }
    }

    /** The first later day on which the age of the oldest overdue invoice passes a threshold. */
    int oldestChanges(int day) {
        return thresholds.oldest(dossier, currency, slots, day);
    }

    int sinceContactChanges(int before, int last, int day) {
        return thresholds.sinceContact(dossier, currency, before, last, day);
    }

    boolean asksContacts() {
        return asksContacts;
    }

    /** The number of everything that this view, or the engine, wants to know of the customer today. */
    private int customer(View view, int day) {
        if (view.askedFor != decisions) {
            view.askedFor = decisions;
            view.answer = ask(view, day);
        }
        return view.answer;
    }

    private int ask(View view, int day) {
        long place = 0;
        var scales = view.slots(money(view, day));
        for (int slot = 0; slot < scales.length; slot++) {
            var scale = scales[slot];
            if (scale != null) {
                boolean missing = (slot == 8 && whole.noContactYet) || (slot == 11 && whole.noBankData);
                place = place * scale.places() + (missing ? scale.missing() : scale.place(slots[slot]));
            }
        }
        long rest = (long) profile(view) << 12 | view.id;
        rest = rest << 8 | currency;
        rest = rest << 2 | (view.asksSize ? sizeClass(view, day).ordinal() : 0);
        rest = rest << 1 | (view.asksHabitual && whole.habitual ? 1 : 0);
        rest = rest << 1 | (calendar.working()[day - days.first()] ? 1 : 0);
        rest = rest << 2 | whole.held(day);
        int code = customers.of(place, rest);
        long done = view.asksRecentlyDone ? recentlyDone(day) : 0;
        long more = pairs(view) << Dossier.ACTIONS | done;
        return more == 0 ? code : customers.of(code, -more);
    }

    private SizeClass sizeClass(View view, int day) {
        var given = dossier.debtor.sizeClass();
        return given != null ? given : money(view, day).sizeClass(days.book(day).classes(), slots[1]);
    }

    int reactionDays(int action) {
        return ladders.reactionDays(action);
    }

    /** The first day on which ordinary contacts are not held any more. */
    int heldUntil() {
        return whole.heldUntil();
    }

    private long recentlyDone(int day) {
        long done = 0;
        for (long left = dossier.customerDoneAny; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            done |= dossier.customerDone[action] + reactionDays(action) > day ? 1L << action : 0;
        }
        return done;
    }

    private long pairs(View view) {
        var pairs = view.questions.pairs();
        if (!pairs.isEmpty() && master.limit == null && limitInEachPair) {
            return NO_LIMIT;
        }
        long answers = 0;
        for (var pair : pairs) {
            answers = answers << 1 | (holds(pair) ? 1 : 0);
        }
        return answers;
    }

    private boolean holds(Questions.Pair pair) {
        var left = amount(pair.field());
        var right = amount(pair.other());
        var operator = pair.comparison().operator();
        return left == null || right == null
                ? operator == io.dunlin.language.Condition.Operator.NOT_EQUAL
                : operator.accepts(left.compareTo(right));
    }

    private BigDecimal amount(String field) {
        return field.equals("creditLimit") ? master.limit : BigDecimal.valueOf(slots[Money.SLOTS.indexOf(field)]);
    }
}
