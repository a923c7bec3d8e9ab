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
import java.util.HashMap;
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
    private static final int LADDER_BITS = 24;
    private static final long FITS = 1L << (62 - LADDER_BITS);
    private static final int MOST_PAIRS = 30;
    private static final long NO_LIMIT = 1L << MOST_PAIRS;
    private static final int MOST_PROFILES = 64;

    final Days days;
    final Questions questions;
    final Ages ages;
    final HoldNumbers numbers;
    private final Decider decider;
    private final Profile profile;
    private final Map<String, Money> monies = new HashMap<>();
    private final long claims;
    private final boolean asksHabits;
    private final boolean[] asksSize = new boolean[2];
    private final boolean[] asksHabitual = new boolean[2];
    private final boolean invoicesAskRecentlyDone;
    private final boolean limitInEachPair;

    private Interner profiles;
    private Interner customers;
    private Interner ladders;
    private Interner cases;
    private List<Entry> entries;
    private List<Entry[]> wishes;

    Dossier dossier;
    Days.Calendar calendar;
    Money money;
    /** By the very object: portfolios without master data have one for each country. */
    private final Map<Debtor, Known> profilesKnown = new IdentityHashMap<>();

    private record Known(String currency, int[] profiled) {}

    private int[] profiled;
    private BigDecimal limit;

    int open;
    int[] item = new int[32];
    Entry[] standing = new Entry[32];
    long[] collectable = new long[32];
    long[] openAmount = new long[32];
    Entry[] wish;
    private final long[] slots = new long[Money.SLOTS.size()];
    private boolean noContactYet;
    private boolean noBankData;

    Precedents(Decider decider, Questions questions, Days days) {
        this.decider = decider;
        this.questions = questions;
        this.days = days;
        this.numbers = decider.strategy().manifest().holds();
        this.ages = new Ages(questions, numbers);
        this.profile = new Profile(questions);
        long claimed = 0;
        for (var action : Action.values()) {
            claimed |= action.claim() == Action.Claim.NOTHING ? 0 : 1L << action.ordinal();
        }
        this.claims = claimed;
        for (var asker : Asker.values()) {
            asksSize[asker.ordinal()] = questions.asksOfCustomer(asker, "sizeClass");
            asksHabitual[asker.ordinal()] = questions.asksOfCustomer(asker, "habitualLatePayer");
        }
        this.invoicesAskRecentlyDone = questions.asksOfCustomer(Asker.INVOICE, "recentlyDone");
        this.asksHabits =
                asksHabitual[0] || asksHabitual[1] || asks("settledInvoices", "averageDaysLate", "latePercent");
        this.limitInEachPair = questions.pairs().stream()
                .allMatch(p -> p.field().equals("creditLimit") || p.other().equals("creditLimit"));
        forget();
    }

    private boolean asks(String... fields) {
        for (var field : fields) {
            if (questions.asksOfCustomer(Asker.CUSTOMER, field) || questions.asksOfCustomer(Asker.INVOICE, field)) {
                return true;
            }
        }
        return false;
    }

    boolean asksHabits() {
        return asksHabits;
    }

    /** Why the shortcut cannot be taken, a sentence for each reason; empty where it can. */
    Set<String> objections() {
        var objections = new TreeSet<>(questions.objections());
        var widest = new Money(0, questions, "EUR", 2, Rates.NONE);
        if (!profile.fits() || questions.pairs().size() > MOST_PAIRS || ages.size() > FITS / widest.size()) {
            objections.add("the strategy asks more questions than fit into the number of a case");
        }
        return objections;
    }

    private void forget() {
        profilesKnown.clear();
        profiles = new Interner();
        customers = new Interner();
        ladders = new Interner();
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
        money = monies.computeIfAbsent(
                whose.currency,
                its -> new Money(
                        monies.size(),
                        questions,
                        its,
                        whose.decimals,
                        days.book(day).rates()));
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
        limit = d.creditLimit() == null ? null : d.creditLimit().movePointRight(dossier.decimals);
        boolean dated = d.creditHoldSince() != null || d.insolventSince() != null;
        var known = dated ? null : profilesKnown.get(d);
        if (known != null && known.currency().equals(dossier.currency)) {
            profiled = known.profiled();
            return;
        }
        profiled = new int[Asker.values().length];
        var customer = Profile.customer(d, dossier.currency, days.book(day).rates(), day);
        for (var asker : Asker.values()) {
            profiled[asker.ordinal()] = profiles.of(profile.answers(asker, customer), Profile.reach(d));
        }
        if (!dated && profilesKnown.size() < MOST_PROFILES) {
            profilesKnown.put(d, new Known(dossier.currency, profiled));
        }
    }

    /** Finds what was decided about each open invoice, and about the customer, for the day. */
    void decide(int day) {
        sums(day);
        if (open == 0) {
            wish = NO_WISH;
            return;
        }
        touch(day);
        int asking = customer(Asker.INVOICE, day);
        int gap = calendar.gap()[day - days.first()];
        for (int n = 0; n < open; n++) {
            int i = item[n];
            long balance = dossier.balance(i, day);
            long place = ages.place(dossier, i, day, calendar, gap) * money.size();
            place += money.place(dossier.amount[i], balance, openAmount[n], collectable[n]);
            standing[n] = entry(asking, place << LADDER_BITS | ladder(i, day), i, day);
        }
        wish = wishes(customer(Asker.CUSTOMER, day), day);
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
                boolean free = !isReacting(dossier.ladder[i], day);
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
            item = java.util.Arrays.copyOf(item, open * 2);
            standing = java.util.Arrays.copyOf(standing, open * 2);
            openAmount = java.util.Arrays.copyOf(openAmount, open * 2);
            collectable = java.util.Arrays.copyOf(collectable, open * 2);
        }
    }

    /** Actions done whose time to react has not passed. */
    private long fresh(Dossier.Steps steps, int day) {
        long fresh = 0;
        for (long left = steps.done; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            if (day < steps.on[action] + reactionDays(action)) {
                fresh |= 1L << action;
            }
        }
        return fresh;
    }

    private final int[] reaction = new int[Dossier.ACTIONS];

    int reactionDays(int action) {
        if (reaction[action] == 0) {
            reaction[action] = 1 + numbers.reactionDays(Action.values()[action]);
        }
        return reaction[action] - 1;
    }

    private boolean isReacting(Dossier.Steps steps, int day) {
        return steps != null && (fresh(steps, day) & claims) != 0;
    }

    private int ladder(int invoice, int day) {
        var steps = dossier.ladder[invoice];
        if (steps == null) {
            return 0;
        }
        if (steps.code < 0) {
            int code = ladders.of(steps.lastAction, -1);
            for (long left = steps.done; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                code = ladders.of(code, (long) action << 32 | steps.level[action]);
            }
            steps.code = code;
        }
        int since =
                steps.lastAction < 0 ? sinceAction().missing() : sinceAction().place(day - steps.lastOn);
        int code = ladders.of(-1L - steps.code, fresh(steps, day) << 16 | since) + 1;
        if (code >= 1 << LADDER_BITS) {
            throw new IllegalStateException("more ladders than were thought possible");
        }
        return code;
    }

    private Scale sinceAction;

    Scale sinceAction() {
        if (sinceAction == null) {
            sinceAction = Scale.of(questions.ofInvoice("daysSinceLastAction"), Scale.Measure.PLAIN);
        }
        return sinceAction;
    }

    /** The first later day on which the age of the oldest overdue invoice passes a threshold. */
    int oldestChanges(int day) {
        int next = Integer.MAX_VALUE;
        if (slots[3] > 0) {
            for (var scales : new Scale[][] {money.customer, money.invoice}) {
                long at = scales[4] == null ? Long.MAX_VALUE : scales[4].next(slots[4]);
                next = at == Long.MAX_VALUE ? next : (int) Math.min(next, day + at - slots[4]);
            }
        }
        return next;
    }

    int sinceContactChanges(int before, int last, int day) {
        int next = before;
        for (var scales : new Scale[][] {money.customer, money.invoice}) {
            long at = scales[8] == null ? Long.MAX_VALUE : scales[8].next(day - last);
            next = at == Long.MAX_VALUE ? next : (int) Math.min(next, last + at);
        }
        return next;
    }

    private void touch(int day) {
        noContactYet = dossier.contacts == 0;
        slots[8] = noContactYet ? 0 : day - dossier.contactOn[dossier.contacts - 1];
        slots[9] = contactsAfter(day - 7);
        slots[10] = contactsAfter(day - 30);
        var age = days.bankDataAge(day);
        noBankData = age == null;
        slots[11] = noBankData ? 0 : age;
        if (asksHabits) {
            habits(day);
        }
    }

    private int contactsAfter(int day) {
        int count = 0;
        while (count < dossier.contacts && dossier.contactOn[dossier.contacts - 1 - count] > day) {
            count++;
        }
        return count;
    }

    private boolean habitual;

    private void habits(int day) {
        int since = days.yearBefore(day);
        int settled = 0;
        int late = 0;
        long daysLate = 0;
        for (int i = 0; i < dossier.size; i++) {
            int on = dossier.settled[i];
            if (on <= day && on >= since && dossier.issued[i] <= day) {
                int lateBy = Math.max(0, on - dossier.due[i]);
                settled++;
                late += lateBy > 0 ? 1 : 0;
                daysLate += lateBy;
            }
        }
        int average = settled == 0 ? 0 : (int) (daysLate / settled);
        int percent = settled == 0 ? 0 : 100 * late / settled;
        habitual = settled >= numbers.habitualMinimumInvoices()
                && (percent >= numbers.habitualLatePercent() || average >= numbers.habitualLateDays());
        slots[5] = settled;
        slots[6] = average;
        slots[7] = percent;
    }

    /** The number of everything that this asker, or the engine, wants to know of the customer. */
    private int customer(Asker asker, int day) {
        var scales = asker == Asker.CUSTOMER ? money.customer : money.invoice;
        long place = 0;
        for (int slot = 0; slot < scales.length; slot++) {
            var scale = scales[slot];
            if (scale != null) {
                boolean missing = (slot == 8 && noContactYet) || (slot == 11 && noBankData);
                place = place * scale.places() + (missing ? scale.missing() : scale.place(slots[slot]));
            }
        }
        int who = asker.ordinal();
        long rest = (long) profiled[who] << 1 | who;
        rest = rest << 8 | money.index;
        rest = rest << 2 | (asksSize[who] ? sizeClass(day).ordinal() : 0);
        rest = rest << 1 | (asksHabitual[who] && habitual ? 1 : 0);
        rest = rest << 1 | (calendar.working()[day - days.first()] ? 1 : 0);
        rest = rest << 2 | held(day);
        int code = customers.of(place, rest);
        boolean done = asker == Asker.CUSTOMER || invoicesAskRecentlyDone;
        return customers.of(code, -1L - (pairs() << Dossier.ACTIONS | (done ? recentlyDone(day) : 0)));
    }

    private SizeClass sizeClass(int day) {
        var given = dossier.debtor.sizeClass();
        return given != null ? given : money.sizeClass(days.book(day).classes(), slots[1]);
    }

    /** Whether ordinary contacts are held, and whether all are. */
    private int held(int day) {
        if (dossier.contacts == 0) {
            return 0;
        }
        int last = dossier.contactOn[dossier.contacts - 1];
        boolean ordinary = day < last + numbers.quietDays()
                || isFull(slots[9], numbers.contactsPer7Days())
                || isFull(slots[10], numbers.contactsPer30Days());
        return (ordinary ? 1 : 0) | (last == day ? 2 : 0);
    }

    private static boolean isFull(long contacts, int most) {
        return most > 0 && contacts >= most;
    }

    private long recentlyDone(int day) {
        long done = 0;
        for (int action = 0; action < Dossier.ACTIONS; action++) {
            int on = dossier.customerDone[action];
            if (on != Integer.MIN_VALUE && on + reactionDays(action) > day) {
                done |= 1L << action;
            }
        }
        return done;
    }

    private long pairs() {
        if (limit == null && limitInEachPair) {
            return NO_LIMIT;
        }
        long answers = 0;
        for (var pair : questions.pairs()) {
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
        return field.equals("creditLimit") ? limit : BigDecimal.valueOf(slots[Money.SLOTS.indexOf(field)]);
    }
}
