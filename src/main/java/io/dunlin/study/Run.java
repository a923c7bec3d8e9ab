package io.dunlin.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.report.HtmlReport;
import io.dunlin.simulation.Ablation;
import io.dunlin.simulation.Basis;
import io.dunlin.simulation.Composer;
import io.dunlin.simulation.Orders;
import io.dunlin.simulation.Simulation;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.simulation.Tallies;
import io.dunlin.study.DocumentRow.Kind;
import io.dunlin.study.StudyRow.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Plays one study from where it stands to its end: lays the portfolio down, plays what is missing, adds up. */
final class Run {
    private final Claim claim;
    private final Laying laying;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Clock clock;
    private final int threads;
    private Laid laid;
    private Basis basis;
    private Ablation ablation;
    private Simulation simulation;

    Run(Claim claim, Laying laying, ObjectMapper json, MeterRegistry meters, Clock clock, int threads) {
        this.claim = claim;
        this.laying = laying;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
        this.threads = threads;
    }

    void toItsEnd() throws IOException, InterruptedException {
        begin();
        while (playNext()) {
            claim.check();
        }
        finish();
    }

    /** After this only parts are missing, and all that matters is kept. */
    void begin() throws IOException {
        var packed = document(Kind.ORDERS);
        if (packed.isEmpty()) {
            var row = read(() -> StudyRow.<StudyRow>findById(claim.study()));
            claim.check();
            var policies = json.readValue(document(Kind.POLICIES).orElseThrow(), Policies.class);
            laying.down(claim, json.readValue(row.request, Request.class), policies);
            packed = document(Kind.ORDERS);
        }
        claim.check();
        var orders = Orders.unpacked(packed.orElseThrow());
        laid = json.readValue(document(Kind.PORTFOLIO).orElseThrow(), Laid.class);
        basis = orders.basis();
        ablation = orders.ablation(basis);
        simulation = Orders.simulation(basis, ablation, threads);
    }

    /** False where nothing was left to play. */
    boolean playNext() throws IOException, InterruptedException {
        var next = read(() -> WorkRow.next(claim.study()));
        if (next.isEmpty()) {
            return false;
        }
        var work = next.get();
        var playing = new Playing(claim, json);
        var tallies = play(work, playing);
        claim.write(row -> {
            PartRow.keep(row.id, work.part, tallies);
            playing.keep(row, work.part);
            WorkRow.deleteById(new WorkRow.Key(row.id, work.part));
            row.done += work.customers;
            row.attempts = 0;
        });
        meters.counter("collections.simulation.invoices").increment(work.invoices);
        return true;
    }

    private Tallies play(WorkRow work, Playing playing) throws IOException, InterruptedException {
        try {
            return simulation.run(() -> Block.families(work.accounts), playing);
        } catch (SimulationRefused e) {
            // It refuses nothing while it runs but to go on.
            claim.check();
            throw new IllegalStateException(e);
        }
    }

    void finish() throws IOException {
        var whole = new Tallies();
        for (var part : read(() -> PartRow.parts(claim.study()))) {
            claim.check();
            whole.merge(read(() -> PartRow.tallies(claim.study(), part)));
        }
        var comparison = new Composer(basis, laid, whole, ablation.note()).compose();
        var result = json.writeValueAsBytes(comparison);
        var report = HtmlReport.of(comparison, null).getBytes(StandardCharsets.UTF_8);
        claim.write(row -> {
            PartRow.delete("study", row.id);
            DocumentRow.delete("study", row.id);
            DocumentRow.keep(row.id, Kind.RESULT, result);
            DocumentRow.keep(row.id, Kind.REPORT, report);
            row.end(State.FINISHED, clock.instant());
        });
    }

    /** Nothing is kept but why, and what was left out, which may be the reason. */
    void fail(Failure failure) {
        claim.write(row -> {
            Studies.clear(row.id);
            row.errorCode = failure.problem().code();
            row.errorDetail = failure.detail();
            row.end(State.FAILED, clock.instant());
        });
    }

    private Optional<byte[]> document(Kind kind) {
        return read(() -> DocumentRow.of(claim.study(), kind));
    }

    private static <T> T read(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
