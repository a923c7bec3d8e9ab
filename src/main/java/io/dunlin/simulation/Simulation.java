package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plays every customer of a portfolio under both strategies, on several threads, and adds up. */
public final class Simulation {
    private static final int CHUNK = 64;

    private final Basis basis;
    private final Player baseline;
    private final Player candidate;
    private final List<Alone> alone;
    private final Explainer explainer;
    /** Null where nobody assumes anything. */
    private final Assuming assuming;

    private final int threads;

    /** What a few customers came to. */
    private record Part(Tallies tallies, List<Change> changes, List<String> leftOut, AtomicInteger customers) {}

    /** A single change to be played by itself. */
    public record Alone(String what, Player player) {}

    public Simulation(Basis basis, Player baseline, Player candidate, List<Alone> alone, int threads) {
        this.alone = List.copyOf(alone);
        this.basis = basis;
        this.baseline = baseline;
        this.candidate = candidate;
        this.explainer = new Explainer(basis);
        this.assuming = basis.settings().assumptions() == null ? null : new Assuming(basis, baseline, candidate);
        this.threads = threads;
    }

    /** A few chunks are under way at any time, never more: memory must not grow with the portfolio. */
    public Tallies run(Families played, Watcher watcher) throws IOException, InterruptedException, SimulationRefused {
        var workers = Executors.newFixedThreadPool(threads);
        var underWay = new ArrayDeque<Future<Part>>();
        var whole = new Tallies();
        long done = 0;
        try (var families = played.families()) {
            Iterator<? extends Supplier<Family>> customers = families.iterator();
            while (customers.hasNext() || !underWay.isEmpty()) {
                while (customers.hasNext() && underWay.size() < threads * 2) {
                    underWay.add(submit(workers, next(customers)));
                }
                var part = finished(underWay.remove());
                done += part.customers().get();
                take(part, whole, watcher);
                watcher.progress(done);
                if (watcher.isCancelled()) {
                    throw new SimulationRefused("the simulation was cancelled");
                }
            }
        } finally {
            workers.shutdownNow();
        }
        return whole;
    }

    private static void take(Part part, Tallies whole, Watcher watcher) throws IOException {
        part.leftOut().forEach(watcher::leftOut);
        whole.merge(part.tallies());
        watcher.changed(part.changes());
    }

    private static List<Supplier<Family>> next(Iterator<? extends Supplier<Family>> customers) {
        var chunk = new ArrayList<Supplier<Family>>(CHUNK);
        while (customers.hasNext() && chunk.size() < CHUNK) {
            chunk.add(customers.next());
        }
        return chunk;
    }

    private Future<Part> submit(ExecutorService workers, List<Supplier<Family>> chunk) {
        return workers.submit(() -> {
            var part = new Part(new Tallies(), new ArrayList<>(), new ArrayList<>(), new AtomicInteger());
            for (var supplier : chunk) {
                play(supplier.get(), part);
            }
            return part;
        });
    }

    private void play(Family family, Part part) {
        part.customers().addAndGet(family.members().size());
        part.changes().addAll(play(family, part.tallies(), part.leftOut()::add));
    }

    /** As {@link #count(Family, Tallies)}, without those members whose facts contradict each other: that is told. */
    public List<Change> play(Family family, Tallies into, Consumer<String> leftOut) {
        var sound = new ArrayList<Account>(family.members().size());
        for (var account : family.members()) {
            var findings = AccountCheck.of(account);
            if (findings.isEmpty()) {
                sound.add(account);
            } else {
                into.leftOut++;
                var first = findings.get(0);
                leftOut.accept("customer " + account.customer().id() + " is not simulated: " + first.pointer() + " "
                        + first.message());
            }
        }
        return sound.isEmpty() ? List.of() : count(new Family(sound), into);
    }

    /** Plays a customer that belongs to nobody, adds up, and returns what changed. */
    public List<Change> count(Account account, Tallies into) {
        return count(Family.of(account), into);
    }

    /** Plays customers that belong together, adds up, and returns what changed. */
    public List<Change> count(Family family, Tallies into) {
        var before = baseline.play(family);
        var after = candidate.play(family);
        var byThemselves = alone.stream().map(one -> one.player().play(family)).toList();
        var all = new ArrayList<Change>();
        for (int m = 0; m < family.members().size(); m++) {
            var account = family.members().get(m);
            var compared = Compared.of(account, before.get(m), after.get(m), basis.window());
            var changes = explainer.changes(new Explainer.Subject(compared, m, family, before, after));
            for (int i = 0; i < alone.size(); i++) {
                var by = Compared.of(
                        account, compared.baseline(), byThemselves.get(i).get(m), basis.window());
                var effect = Effect.of(alone.get(i).what(), by, basis.settings().prices());
                into.effects.merge(i, effect, Effect::plus);
            }
            new Tally(basis, compared, into).count(changes);
            if (assuming != null) {
                assuming.count(compared, into.assumed);
            }
            all.addAll(changes);
        }
        if (!family.isOne()) {
            leftInPeace(family, before, Arm.BASELINE, into);
            leftInPeace(family, after, Arm.CANDIDATE, into);
        }
        return all;
    }

    private void leftInPeace(Family family, List<Played> played, Arm arm, Tallies into) {
        var numbers = basis.under(arm).strategy().manifest().holds();
        GroupInvariants.of(family, played, arm, numbers, basis.window()).forEach(into::found);
    }

    private static Part finished(Future<Part> chunk) throws InterruptedException {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
