package io.dunlin.precedent;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Standing;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was decided about every case of one currency so far. Two cases that answer every question of every rule alike, and
 * stand alike towards the holds the engine itself knows, are the same case: it is decided once, by the engine, and
 * remembered. For one thread.
 */
final class Precedents {
    private static final int MOST_MASTERS = 256;

    final Views views;
    final Ladders ladders;
    private final Decider decider;
    private final Days days;
    private final Currency currency;
    private final Interner profiles = new Interner();
    private final Interner owed = new Interner();
    private final Interner customers = new Interner();
    private final Map<Object, Track> tracks = new HashMap<>();
    private final LongMap<Entry[]> wishes = new LongMap<>();
    /** By the very object: portfolios without master data have one for each country. */
    private final Map<Debtor, Master> masters = new IdentityHashMap<>();

    private final Map<Debtor, Master> alike = new HashMap<>();
    private int decided;

    Precedents(Decider decider, Days days, Currency currency) {
        this.decider = decider;
        this.days = days;
        this.currency = currency;
        this.views = new Views(decider, currency);
        this.ladders = new Ladders(decider.strategy().manifest().holds());
    }

    /** How many cases were decided; each cost one plain evaluation. */
    int decided() {
        return decided;
    }

    /** How much is remembered. */
    int size() {
        return decided + profiles.size() + customers.size() + owed.size() + ladders.size() + tracks.size();
    }

    Master master(Debtor debtor, int day) {
        if (Master.isDated(debtor)) {
            var its = Master.undated(debtor, day);
            return remember(alike, its, day);
        }
        return remember(masters, debtor, day);
    }

    private Master remember(Map<Debtor, Master> known, Debtor debtor, int day) {
        var master = known.get(debtor);
        if (master == null) {
            master = new Master(debtor, currency, day);
            if (known.size() < MOST_MASTERS) {
                known.put(debtor, master);
            }
        }
        return master;
    }

    /** The number of what master data answers; equal answers, equal numbers. */
    int profile(Aspect aspect, Master master) {
        int known = master.answer(aspect.id);
        if (known >= 0) {
            return known;
        }
        int its = profiles.of(aspect.profile.answers(aspect.asker, master.customer), master.reach);
        master.answered(aspect.id, its);
        return its;
    }

    /** The number of what the customer as a whole answers. */
    int customer(long one, long other) {
        return customers.of(one, other);
    }

    /** The number of who owes how much, as far as any rule can tell. */
    int owed(Master master, long amount, long balance) {
        return owed.of(views.money.place(amount, balance, balance, balance), profile(views.invoices, master));
    }

    /** An invoice that nobody stood like before. */
    Track track(Master master, Dossier.Steps steps, long amount, long balance, long open, long collectable) {
        var view = views.of(Profile.invoice(master.customer, steps, currency, amount, balance, open, collectable));
        var money = view.money.place(amount, balance, open, collectable);
        return tracks.computeIfAbsent(List.of(ladders.rung(steps).number, view.id, money), same -> new Track(view));
    }

    Entry decide(Kind its, int customer, Dossier dossier, int invoice, int day) {
        var standing = Standing.ofInvoice(decider, dossier.account(), days.book(day), dossier.id(invoice));
        var entry = new Entry(standing, decider.strategy().manifest());
        its.decided(customer, entry);
        decided++;
        return entry;
    }

    Entry[] wishes(int customer, Dossier dossier, int day) {
        var known = wishes.get(customer);
        if (known == null) {
            known = Standing.ofCustomer(decider, dossier.account(), days.book(day)).stream()
                    .map(its -> new Entry(its, decider.strategy().manifest()))
                    .toArray(Entry[]::new);
            wishes.put(customer, known);
            decided++;
        }
        return known;
    }
}
