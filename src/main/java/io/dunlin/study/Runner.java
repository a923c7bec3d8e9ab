package io.dunlin.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Works on what was ordered, here or elsewhere, a few studies at a time. */
@ApplicationScoped
public class Runner {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);
    private static final int SIGNS_OF_LIFE = 3;
    private static final int MOST_STARTS = 5;

    private final Claims claims;
    private final Laying laying;
    private final Retention retention;
    private final StudyConfig config;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Set<Claim> working = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private ScheduledExecutorService heart;
    private volatile boolean isOn;

    Runner(
            Claims claims,
            Laying laying,
            Retention retention,
            StudyConfig config,
            ObjectMapper json,
            MeterRegistry meters,
            Clock clock) {
        this.claims = claims;
        this.laying = laying;
        this.retention = retention;
        this.config = config;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        isOn = true;
        heart = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "study-heart"));
        var beat = config.takenOverAfter().toMillis() / SIGNS_OF_LIFE;
        heart.scheduleWithFixedDelay(this::extend, beat, beat, TimeUnit.MILLISECONDS);
        for (int i = 0; i < config.running(); i++) {
            var thread = daemon(this::run, "study-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is under way is given back, so that whoever starts next goes on with it at once. */
    void stop(@Observes ShutdownEvent event) {
        isOn = false;
        heart.shutdownNow();
        working.forEach(this::giveBack);
        news.release(threads.size());
        var deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Math.max(
                        1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is something to do. */
    void tell() {
        news.release();
    }

    /** Nobody wants it any more; saves the while until the next part would notice. */
    void drop(String study) {
        working.stream().filter(claim -> claim.study().equals(study)).forEach(Claim::lose);
    }

    private void extend() {
        for (var claim : working) {
            try {
                if (!claims.extend(claim)) {
                    claim.lose();
                }
            } catch (RuntimeException e) {
                // The database is away. If that lasts, the claim is gone, and what is written is refused.
                Log.debug("a simulation cannot say that it is alive", e);
            }
        }
    }

    private void giveBack(Claim claim) {
        try {
            claims.giveBack(claim);
        } catch (RuntimeException e) {
            Log.debug("a simulation cannot be given back; it is taken over a little later", e);
        }
    }

    private void run() {
        while (isOn) {
            try {
                var worked = workOnNext();
                retention.sweep();
                if (!worked) {
                    news.tryAcquire(config.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                Log.warnf("simulations: %s; trying again until it works", Failure.inShort(e));
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.pollEvery().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where nothing waits. */
    boolean workOnNext() throws InterruptedException {
        var next = claims.next();
        next.ifPresent(working::add);
        if (next.isPresent()) {
            try {
                work(next.get());
            } finally {
                working.remove(next.get());
            }
        }
        return next.isPresent();
    }

    private void work(Claim claim) throws InterruptedException {
        var run = run(claim);
        try {
            if (claim.starts() > MOST_STARTS) {
                run.fail(Failure.afterTooManyStarts(claim.starts()));
            } else {
                run.toItsEnd();
            }
        } catch (Claim.Lost e) {
            Log.debugf("simulation %s is in other hands", claim.study());
        } catch (java.io.IOException | RuntimeException e) {
            failed(claim, run, e);
        }
    }

    private void failed(Claim claim, Run run, Exception e) {
        try {
            claim.check();
            if (Failure.isPassing(e)) {
                Log.warnf("simulation %s pauses: %s", claim.study(), Failure.inShort(e));
                claims.giveBack(claim);
            } else {
                run.fail(Failure.of(e));
            }
        } catch (Claim.Lost lost) {
            Log.debugf("simulation %s is in other hands", claim.study());
        }
    }

    Run run(Claim claim) {
        var playing = config.threads().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        return new Run(claim, laying, json, meters, clock, playing);
    }
}
