package io.dunlin.precedent;

import io.dunlin.engine.Standing.Step;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import java.util.Arrays;
import java.util.List;

/** The one contact of a day and the work inside the house, chosen among cases as the engine chooses among candidates. */
final class Choice {
    private static final int NOBODY = -1;

    private final Today cases;
    private int lead;
    private int[] named = new int[32];
    private int count;

    Choice(Today cases) {
        this.cases = cases;
    }

    /** To be asked after {@link Today#decide}: everything that is to be done, in the order of the plain decision. */
    void make(int day, List<Taken> into) {
        lead = NOBODY;
        if (!cases.acts) {
            return;
        }
        lead = lead();
        if (lead != NOBODY) {
            into.add(contact(day));
        }
        int before = into.size();
        for (int n = 0; n < cases.invoices.open; n++) {
            inside(day, last(n), cases.invoices.item[n], n, into);
        }
        if (into.size() > before + 1) {
            // The plain decision goes by id.
            into.subList(before, into.size())
                    .sort((a, b) ->
                            Integer.compare(cases.dossier.number[a.about()[0]], cases.dossier.number[b.about()[0]]));
        }
        for (int w = 0; w < cases.wish.length; w++) {
            if (lead != cases.invoices.open + w) {
                inside(day, last(cases.invoices.open + w), -1, NOBODY, into);
            }
        }
    }

    /** What is left of the n-th open invoice, or of a wish for the customer after them, once the contact is chosen. */
    private Step last(int n) {
        var its = entry(n);
        return lead != NOBODY && n != lead && its.contact ? its.folded : its.alone;
    }

    /** Adds what was said of each, once per customer. */
    void said(long customer, List<Step> into) {
        for (int n = 0; n < all(); n++) {
            var its = entry(n);
            if (lead != NOBODY && n != lead && its.contact) {
                if (its.foldedSaid != customer) {
                    its.foldedSaid = customer;
                    into.add(its.folded);
                }
            } else if (its.aloneSaid != customer) {
                its.aloneSaid = customer;
                into.add(its.alone);
            }
        }
    }

    private int all() {
        return cases.invoices.open + cases.wish.length;
    }

    private Entry entry(int n) {
        return n < cases.invoices.open ? cases.standing[n] : cases.wish[n - cases.invoices.open];
    }

    private int lead() {
        int best = NOBODY;
        for (int n = 0; n < all(); n++) {
            var its = entry(n);
            if (its.contact && (best == NOBODY || goesBefore(its, n, entry(best), best))) {
                best = n;
            }
        }
        return best;
    }

    private boolean goesBefore(Entry one, int n, Entry other, int m) {
        if (one.rank != other.rank) {
            return one.rank > other.rank;
        }
        if (one.alone.level() != other.alone.level()) {
            return one.alone.level() > other.alone.level();
        }
        // Open invoices stand in the order of their due dates and ids already, wishes for the customer after them.
        return n < m;
    }

    private Taken contact(int day) {
        var step = entry(lead).alone;
        var action = step.action();
        count = 0;
        name(lead);
        if (action.claim() != Claim.NOTHING) {
            for (int n = 0; n < cases.invoices.open; n++) {
                if (n != lead && isNamed(cases.standing[n], n, step)) {
                    name(n);
                }
            }
        }
        return taken(day, step);
    }

    private void name(int n) {
        if (count == named.length) {
            named = Arrays.copyOf(named, count * 2);
        }
        named[count++] = n;
    }

    private boolean isNamed(Entry other, int n, Step lead) {
        var step = lead.action();
        // What is about to be given up is not asked for on the same day.
        boolean givenUp = other.wins && other.action == Action.WRITE_OFF;
        if (givenUp || other.stops(step)) {
            return false;
        }
        boolean same = other.wins && other.action == step;
        boolean own = same && other.alone.level() == lead.level();
        return own
                || ((same
                                || (!step.needsApproval()
                                        && cases.invoices.collectable[cases.invoices.item[n]] > 0
                                        && !other.needsHuman))
                        && other.isMentionable(lead));
    }

    private Taken taken(int day, Step step) {
        var about = new int[lead < cases.invoices.open ? count : count - 1];
        int steps = 0;
        for (int k = 0; k < count; k++) {
            steps += k == 0 || entry(named[k]).contact ? 1 : 0;
        }
        var taken = new Taken(day, step, about, new int[steps], new int[steps], new int[steps], asks(step.action()));
        int abouts = 0;
        steps = 0;
        for (int k = 0; k < count; k++) {
            int invoice = named[k] < cases.invoices.open ? cases.invoices.item[named[k]] : -1;
            if (invoice >= 0) {
                about[abouts++] = invoice;
            }
            var its = entry(named[k]);
            if (k == 0 || its.contact) {
                taken.invoices()[steps] = invoice;
                taken.actions()[steps] = its.action.ordinal();
                taken.levels()[steps++] = its.alone.level();
            }
        }
        return taken;
    }

    private long asks(Action action) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += named[k] < cases.invoices.open ? asked(named[k], action) : 0;
        }
        return sum;
    }

    private long asked(int n, Action action) {
        return switch (action.claim()) {
            case COLLECTABLE -> cases.invoices.collectable[cases.invoices.item[n]];
            case OPEN_AMOUNT -> cases.invoices.openAmount[cases.invoices.item[n]];
            // An invoice on a plan is nobody's precedent.
            case INSTALMENTS, NOTHING -> 0;
        };
    }

    private void inside(int day, Step step, int invoice, int n, List<Taken> into) {
        var action = step.action();
        if (action == Action.NO_ACTION || action.isContact()) {
            return;
        }
        var about = invoice < 0 ? new int[0] : new int[] {invoice};
        if (action == Action.NEEDS_HUMAN) {
            into.add(new Taken(day, step, about, new int[0], new int[0], new int[0], 0));
            return;
        }
        into.add(new Taken(
                day,
                step,
                about,
                new int[] {invoice},
                new int[] {action.ordinal()},
                new int[] {step.level()},
                n < 0 ? 0 : asked(n, action)));
    }
}
