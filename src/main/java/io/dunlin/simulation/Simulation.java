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
    private record Part(Tallies tallies, List<Change> changes, List<String> leftOut, int customers) {}

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
    public Tallies run(Source source, Watcher watcher) throws IOException, InterruptedException, SimulationRefused {
        var workers = Executors.newFixedThreadPool(threads);
        var underWay = new ArrayDeque<Future<Part>>();
        var whole = new Tallies();
        long done = 0;
        try (var accounts = source.accounts()) {
            Iterator<? extends Supplier<Account>> customers = accounts.iterator();
            while (customers.hasNext() || !underWay.isEmpty()) {
                while (customers.hasNext() && underWay.size() < threads * 2) {
                    underWay.add(submit(workers, next(customers)));
                }
                var part = finished(underWay.remove());
                done += part.customers();
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

    private static List<Supplier<Account>> next(Iterator<? extends Supplier<Account>> customers) {
        var chunk = new ArrayList<Supplier<Account>>(CHUNK);
        while (customers.hasNext() && chunk.size() < CHUNK) {
            chunk.add(customers.next());
        }
        return chunk;
    }

    private Future<Part> submit(ExecutorService workers, List<Supplier<Account>> chunk) {
        return workers.submit(() -> {
            var part = new Part(new Tallies(), new ArrayList<>(), new ArrayList<>(), chunk.size());
            for (var supplier : chunk) {
                play(supplier.get(), part);
            }
            return part;
        });
    }

    private void play(Account account, Part part) {
        var findings = AccountCheck.of(account);
        if (!findings.isEmpty()) {
            part.tallies().leftOut++;
            var first = findings.get(0);
            part.leftOut()
                    .add("customer " + account.customer().id() + " is not simulated: " + first.pointer() + " "
                            + first.message());
            return;
        }
        part.changes().addAll(count(account, part.tallies()));
    }

    /** Plays one customer, adds up, and returns what changed. */
    public List<Change> count(Account account, Tallies into) {
        var compared = Compared.of(account, baseline.play(account), candidate.play(account), basis.window());
        var changes = explainer.changes(compared);
        for (int i = 0; i < alone.size(); i++) {
            var one = alone.get(i);
            var by = Compared.of(account, compared.baseline(), one.player().play(account), basis.window());
            into.effects.merge(i, Effect.of(one.what(), by, basis.settings().prices()), Effect::plus);
        }
        new Tally(basis, compared, into).count(changes);
        if (assuming != null) {
            assuming.count(compared, into.assumed);
        }
        return changes;
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
