package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.live;
import static io.dunlin.strategy.OverRest.next;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Versions change while customers are decided. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class HotTest {
    private static final LocalDate DAY = ADatabaseOfItsOwn.TODAY;
    /** Ten days late: called by a version with an even number of days, mailed by one with an odd number. */
    private static final Account LATE = Account.of(
            Debtor.of("H", "Amsel", "DE"),
            List.of(new Receivable(
                    "H-1",
                    "H",
                    DAY.minusDays(40),
                    DAY.minusDays(10),
                    new BigDecimal("500"),
                    "EUR",
                    null,
                    null,
                    false,
                    null,
                    null)));

    @Inject
    EntityManager database;

    @Inject
    DataSource pool;

    @Inject
    Strategies strategies;

    @Inject
    Moves moves;

    @Test
    void anotherInstanceIsToldAtOnce() throws Exception {
        var first = live("heard", callingAfter("heard", 5));
        // It would not look by itself within this test.
        try (var other = AnInstance.watching(database, pool, Duration.ofHours(1))) {
            assertThat(version(other, "heard")).isEqualTo(first);
            var second = next("heard", callingAfter("heard", 6), Map.of());
            awaitVersion(other, "heard", second);
            post("heard/rollback", tag("heard"), by("ada")).then().statusCode(200);
            awaitVersion(other, "heard", first);
        }
    }

    @Test
    void anInstanceThatIsNotToldLooksByItself() throws Exception {
        live("polled", callingAfter("polled", 5));
        var second = frozen("polled", 6);
        try (var other = AnInstance.watching(database, pool, Duration.ofMillis(200))) {
            withoutTelling("polled", second);
            awaitVersion(other, "polled", second);
        }
    }

    @Test
    void aConnectionThatDiesIsReplaced() throws Exception {
        live("cut", callingAfter("cut", 5));
        try (var other = AnInstance.watching(database, pool, Duration.ofSeconds(1))) {
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where pid <> pg_backend_pid() and query in ('select 1', 'listen dunlin_strategies')");
            }
            awaitVersion(other, "cut", next("cut", callingAfter("cut", 6), Map.of()));
        }
    }

    @Test
    void twoHundredActivationsUnderLoadFailNoDecisionMixNoneAndLeaveNothingBehind() throws Exception {
        live("hot", callingAfter("hot", 5));
        var versions = new String[] {frozen("hot", 6), frozen("hot", 7)};
        var stop = new AtomicBoolean();
        var decided = new AtomicLong();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var load = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 2; i++) {
            load.submit(() -> decideUntil(stop, decided, failures));
        }
        try {
            activate(versions, 0, 40);
            var classes = loadedClasses();
            var metaspace = metaspace();
            var before = decided.get();
            activate(versions, 40, 240);
            assertThat(decided.get() - before).as("decisions meanwhile").isGreaterThan(1000);
            assertThat(loadedClasses() - classes).as("classes more").isLessThan(100);
            assertThat(metaspace() - metaspace).as("bytes of metaspace more").isLessThan(2_000_000);
        } finally {
            stop.set(true);
            load.shutdown();
            assertThat(load.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    /** Each time a version that was never there before, compiled and swapped in. */
    private void activate(String[] versions, int from, int to) {
        for (int i = from; i < to; i++) {
            var files = new io.dunlin.language.StrategyFiles("hot", new java.util.TreeMap<>(hot(i)));
            var signed = Signed.now(Clock.systemUTC(), "ada", "number " + i);
            QuarkusTransaction.requiringNew().run(() -> Moves.keep(files, signed));
            var seen = QuarkusTransaction.requiringNew().call(() -> StrategyRow.<StrategyRow>findById("hot").revision);
            moves.activate("hot", Seen.alone(seen), files.version(), Migration.RE_EVALUATE, DAY, signed);
            strategies.refresh();
            assertThat(strategies.live().version("hot").version()).isEqualTo(files.version());
        }
    }

    /** Says in its reason what its parameter is, so that a decision made half by one version and half by another shows. */
    private static Map<String, String> hot(int i) {
        var files = new java.util.TreeMap<>(callingAfter("hot", i % 9));
        files.put("10-calls.drl", files.get("10-calls.drl").replace("days late", "days late, number " + i));
        files.put("strategy.yaml", files.get("strategy.yaml").replace("nothing else", "nothing else, number " + i));
        return files;
    }

    private void decideUntil(AtomicBoolean stop, AtomicLong decided, ConcurrentLinkedQueue<Throwable> failures) {
        try {
            while (!stop.get()) {
                var decider = strategies.decider("hot", LATE, DAY);
                var decision = decider.decide(LATE, Book.on(DAY));
                assertThat(decision.customer().action()).isEqualTo(Action.CALL);
                assertThat(decision.strategy().version())
                        .isEqualTo(decider.strategy().version());
                var purpose = decider.strategy().manifest().purpose();
                var number = purpose.contains("number") ? purpose.substring(purpose.indexOf("number")) : "";
                assertThat(decision.customer().reasons().get(0).text()).endsWith(number);
                decided.incrementAndGet();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private static int loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(memory -> memory.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static String frozen(String name, int days) {
        edit(name, "ada", callingAfter(name, days)).then().statusCode(200);
        return freeze(name, "ada");
    }

    /** Moves the pointer as a service without notices would. */
    private void withoutTelling(String name, String version) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    with next as (
                        insert into activations (name, version, kind, migration, day, at, by, why)
                        values ('%s', '%s', 'ACTIVATED', 'RE_EVALUATE', '%s', now(), 'ada', 'silently') returning id)
                    update strategies set live = next.id, revision = revision + 1 from next where name = '%s'
                    """.formatted(name, version, DAY, name));
            statement.execute("update strategy_revision set revision = revision + 1");
        }
    }

    private static String version(AnInstance instance, String name) {
        return instance.strategies.live().version(name).version();
    }

    /** The watch runs in a thread of its own; this waits for it and gives up only long after "seconds". */
    private static void awaitVersion(AnInstance instance, String name, String wanted) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!version(instance, name).equals(wanted) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(version(instance, name)).isEqualTo(wanted);
    }
}
