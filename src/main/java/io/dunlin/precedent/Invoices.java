package io.dunlin.precedent;

/**
 * The open invoices of one customer, day after day. Each is looked at again only when something about it is another: it
 * comes or is paid, its age passes a threshold that can matter, a time to react ends, a step was taken.
 */
final class Invoices {
    /** How an invoice stands: overdue and free, not due yet, or given time to react. */
    private static final int FREE = 0;

    private static final int NOT_DUE = 1;
    private static final int REACTING = 2;
    static final int STATES = 3;
    private static final int UNKNOWN = -1;
    private static final int NEVER = Integer.MAX_VALUE;

    private Dossier dossier;
    private Days.Calendar calendar;
    private Precedents precedents;
    private Master master;

    /** How many are open today, and the place of each in the dossier, in its order. */
    int open;

    int[] item = new int[32];

    /** Those that are open or will be. */
    private int[] leftOver = new int[32];

    private int left;

    // By place in the dossier.
    private boolean[] isOpen = new boolean[32];
    private boolean[] isOverdue = new boolean[32];
    private int[] until = new int[32];
    private int[] calm = new int[32];
    /** Until when nothing can be wanted. */
    private int[] sleeps = new int[32];
    /** When sums change next. */
    private int[] sumsUntil = new int[32];

    private int[] ageUntil = new int[32];
    private View[] ageView = new View[32];
    /** Of those that are awake. */
    Kind[] kind = new Kind[32];

    private long[] balance = new long[32];
    /** The number of who owes how much of it. */
    private int[] owed = new int[32];
    /** What can matter to it, by how it stands, and the steps for which that is so. */
    private Track[][] tracks = new Track[32][];

    private Rung[] rungs = new Rung[32];

    long[] openAmount = new long[32];
    long[] collectable = new long[32];

    /** Of the invoice that is looked at. */
    private final Reaction reaction = new Reaction();

    /** Whether anything that is summed up is another than the last time it was. */
    private boolean changed;
    /** How many of the open ones anything can be wanted of. */
    int awake;

    final Sums sums = new Sums();

    /** From now on it is about this customer. */
    void open(Dossier whose, Days.Calendar its, Precedents all) {
        dossier = whose;
        calendar = its;
        precedents = all;
        if (until.length < whose.size) {
            room(whose.size * 2);
        }
        left = 0;
        for (int i = 0; i < whose.size; i++) {
            if (whose.settled[i] > its.first() && whose.issued[i] < its.after()) {
                leftOver[left++] = i;
                begin(i);
            }
        }
        open = 0;
        changed = true;
    }

    private void begin(int i) {
        ageView[i] = null;
        isOpen[i] = false;
        if (dossier.ladder[i] != null) {
            dossier.ladder[i].forget();
        }
    }

    /** Whether none is open on any of the days. */
    boolean areAllPast() {
        return left == 0;
    }

    private void room(int size) {
        item = new int[size];
        leftOver = new int[size];
        isOpen = new boolean[size];
        isOverdue = new boolean[size];
        until = new int[size];
        calm = new int[size];
        sleeps = new int[size];
        sumsUntil = new int[size];
        ageUntil = new int[size];
        ageView = new View[size];
        kind = new Kind[size];
        balance = new long[size];
        owed = new int[size];
        tracks = new Track[size][];
        rungs = new Rung[size];
        openAmount = new long[size];
        collectable = new long[size];
    }

    /** From now on master data answers otherwise. */
    void master(Master its) {
        master = its;
        for (int n = 0; n < left; n++) {
            int i = leftOver[n];
            owed[i] = UNKNOWN;
            until[i] = Integer.MIN_VALUE;
            sleeps[i] = Integer.MIN_VALUE;
        }
    }

    /** Something was done for it. */
    void done(int invoice) {
        until[invoice] = Integer.MIN_VALUE;
        sleeps[invoice] = Integer.MIN_VALUE;
    }

    /** Brings everything but the sums up to the day. */
    void advance(int day) {
        open = 0;
        awake = 0;
        int kept = 0;
        for (int n = 0; n < left; n++) {
            int i = leftOver[n];
            if (until[i] <= day) {
                look(i, day);
            }
            if (isOpen[i]) {
                item[open++] = i;
                awake += sleeps[i] > day ? 0 : 1;
            }
            if (until[i] != NEVER || isOpen[i]) {
                leftOver[kept++] = i;
            }
        }
        left = kept;
    }

    /** Whether nothing can be wanted of it before a later day, whatever happens to its customer. */
    boolean isDormant(int invoice, int day) {
        return sleeps[invoice] > day;
    }

    /** Brings sums up to the day; true if one may be another. */
    boolean sum(int day) {
        boolean news = changed;
        if (changed) {
            add(day);
            changed = false;
        }
        return news;
    }

    private void add(int day) {
        sums.clear();
        for (int n = 0; n < open; n++) {
            int i = item[n];
            sums.add(balance[i], collectable[i], dossier.due[i], day);
        }
    }

    private void look(int i, int day) {
        if (dossier.issued[i] > day) {
            lookAhead(i);
        } else if (dossier.settled[i] <= day) {
            isOpen[i] = false;
            until[i] = NEVER;
            changed = true;
        } else {
            lookAtOpen(i, day);
        }
    }

    /** An invoice that comes later can mean nothing before it is here, and perhaps not even then. */
    private void lookAhead(int i) {
        int comes = dossier.issued[i];
        until[i] = comes;
        owed[i] = UNKNOWN;
        boolean overdue = dossier.due[i] < comes;
        money(i, dossier.balance(i, comes), true, overdue);
        int asleep = dossier.ladder[i] == null ? sleeps(i, null, 0, comes) : comes;
        sleeps[i] = Math.max(comes, wakes(i, asleep, paid(i, comes)));
        sumsUntil[i] = comes;
    }

    /**
     * The first day from this one on which anything can be wanted of it, if nothing more is paid or done.
     *
     * @param reacts until when the customer has time to react
     */
    private int sleeps(int i, Dossier.Steps steps, int reacts, int day) {
        int from = day;
        if (from < reacts) {
            int its = dormant(i, steps, REACTING, from);
            if (its < reacts) {
                return its;
            }
            from = reacts;
        }
        if (from >= calendar.after()) {
            return NEVER;
        }
        int due = dossier.due[i];
        if (from <= due) {
            int its = dormant(i, steps, NOT_DUE, from);
            if (its <= due) {
                return its;
            }
            from = due + 1;
        }
        return from < calendar.after() ? dormant(i, steps, FREE, from) : NEVER;
    }

    private int dormant(int i, Dossier.Steps steps, int state, int day) {
        return track(i, steps, state).dormancy.ends(day, dossier.due[i], steps, calendar);
    }

    private void lookAtOpen(int i, int day) {
        var steps = dossier.ladder[i];
        reaction.look(steps, day, precedents.ladders);
        boolean late = dossier.due[i] < day;
        changed |= !isOpen[i] || isOverdue[i] != late;
        isOpen[i] = true;
        isOverdue[i] = late;
        money(i, dossier.balance(i, day), reaction.until == 0, late);
        int paid = paid(i, day);
        int owes = Math.min(paid, reaction.until == 0 ? NEVER : reaction.until);
        sumsUntil[i] = late ? owes : Math.min(paid, dossier.due[i] + 1);
        if (sleeps[i] <= day) {
            sleeps[i] = wakes(i, sleeps(i, steps, reaction.until, day), paid);
        }
        if (sleeps[i] > day) {
            until[i] = Math.min(sleeps[i], Math.min(owes, sumsUntil[i]));
        } else {
            lookAtAwake(i, steps, day, paid);
        }
    }

    private void lookAtAwake(int i, Dossier.Steps steps, int day, int paid) {
        kind[i] = kind(i, steps, day);
        var view = kind[i].view;
        if (ageView[i] != view || ageUntil[i] <= day) {
            // Remembered while the same can matter: looking ahead day by day is dear.
            ageUntil[i] = view.ages.changes(dossier.issued[i], dossier.due[i], day, calendar);
            ageView[i] = view;
        }
        int next = Math.min(paid, ageUntil[i]);
        boolean untouched = steps == null || steps.lastAction < 0;
        next = untouched ? next : Math.min(next, passes(view.sinceAction, steps.lastOn, day));
        calm[i] = reaction.until == 0 ? next : Math.min(next, reaction.until);
        until[i] = Math.min(next, reaction.freshUntil);
    }

    private Kind kind(int i, Dossier.Steps steps, int day) {
        var track = track(i, steps, reaction.until > 0 ? REACTING : isOverdue[i] ? FREE : NOT_DUE);
        var view = track.view;
        boolean untouched = steps == null || steps.lastAction < 0;
        int since = untouched ? view.sinceAction.missing() : view.sinceAction.place(day - steps.lastOn);
        return track.kind(view.ages.place(dossier.issued[i], dossier.due[i], day, calendar), since, reaction.fresh);
    }

    /** Of one that is dormant, should it be named together with others. */
    Kind dormantKind(int i, int day) {
        var steps = dossier.ladder[i];
        reaction.look(steps, day, precedents.ladders);
        return kind(i, steps, day);
    }

    /** What is paid in full has nothing to wake up for; less money may be another matter. */
    private int wakes(int i, int asleep, int paid) {
        if (paid != dossier.settled[i]) {
            return Math.min(asleep, paid);
        }
        return asleep < paid ? asleep : NEVER;
    }

    private Track track(int i, Dossier.Steps steps, int state) {
        if (owed[i] < 0) {
            owed[i] = precedents.owed(master, dossier.amount[i], balance[i]);
            tracks[i] = null;
        }
        var rung = precedents.ladders.rung(steps);
        if (tracks[i] == null || rungs[i] != rung) {
            tracks[i] = rung.tracks(owed[i]);
            rungs[i] = rung;
        }
        var known = tracks[i][state];
        if (known == null) {
            long left = balance[i];
            long asked = state == REACTING ? 0 : left;
            long chased = state == FREE ? left : 0;
            known = precedents.track(master, steps, dossier.amount[i], left, asked, chased);
            tracks[i][state] = known;
        }
        return known;
    }

    private static int passes(Scale scale, int since, int day) {
        long at = scale.next(day - since);
        return at == Long.MAX_VALUE ? NEVER : since + (int) at;
    }

    private void money(int i, long left, boolean free, boolean overdue) {
        long asked = free ? left : 0;
        long chased = free && overdue ? left : 0;
        changed |= balance[i] != left || openAmount[i] != asked || collectable[i] != chased;
        owed[i] = balance[i] == left ? owed[i] : UNKNOWN;
        balance[i] = left;
        openAmount[i] = asked;
        collectable[i] = chased;
    }

    private int paid(int i, int day) {
        for (int p = dossier.paidFrom[i]; p < dossier.paidFrom[i + 1]; p++) {
            if (dossier.paidOn[p] > day) {
                return dossier.paidOn[p];
            }
        }
        return NEVER;
    }

    /**
     * The first later day on which something else may be wanted of any of them than today. Of what nothing is wanted, nothing
     * keeps it from being done either: only the end of the time to react brings money back.
     *
     * @param decided what was decided about each that is open
     * @param sumsMatter whether anything that is wanted, or could be, depends on all of the invoices together
     */
    int after(int day, Entry[] decided, boolean sumsMatter) {
        int next = NEVER;
        int m = 0;
        for (int n = 0; n < left; n++) {
            int i = leftOver[n];
            int its = until[i];
            if (isOpen[i]) {
                boolean wanted = decided[m++].wanted;
                its = sleeps[i] > day ? sleeps[i] : wanted ? its : calm[i];
                next = sumsMatter ? Math.min(next, sumsUntil[i]) : next;
            } else if (its != NEVER) {
                its = sumsMatter ? its : sleeps[i];
            }
            next = Math.min(next, its);
        }
        return next;
    }
}
