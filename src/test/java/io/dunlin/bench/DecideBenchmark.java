package io.dunlin.bench;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Rivals;
import io.dunlin.language.Compiled.Firing;
import io.dunlin.vocabulary.Fact;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time per customer; see docs/benchmarks.md for what is compared with what. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"})
@Warmup(iterations = 7, time = 3)
@Measurement(iterations = 5, time = 2)
public class DecideBenchmark {
    static final int CUSTOMERS = 3000;

    private Rivals rivals;
    private Book book;
    private Account[] accounts;
    private List<List<Fact>> facts;

    @Setup
    public void load() {
        rivals = Rivals.standard();
        book = Portfolio.book(0);
        accounts = Portfolio.accounts(CUSTOMERS).toArray(Account[]::new);
        facts = Portfolio.accounts(CUSTOMERS)
                .map(account -> rivals.facts(account, book))
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void decideByRules(Blackhole hole) {
        for (var account : accounts) {
            hole.consume(rivals.dunlin.decide(account, book));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void decideByHand(Blackhole hole) {
        for (var account : accounts) {
            hole.consume(rivals.byHand.decide(account, book));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void matchByRules(Blackhole hole) {
        for (var of : facts) {
            hole.consume(rivals.matchByRules(of));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void matchByHand(Blackhole hole) {
        for (var of : facts) {
            hole.consume(rivals.matchByHand(of));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void matchAndExplainByRules(Blackhole hole) {
        for (var of : facts) {
            explain(rivals.matchByRules(of), hole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void matchAndExplainByHand(Blackhole hole) {
        for (var of : facts) {
            explain(rivals.matchByHand(of), hole);
        }
    }

    private static void explain(List<Firing> firings, Blackhole hole) {
        for (var firing : firings) {
            for (var effect : firing.rule().effects()) {
                hole.consume(effect.text().fill(firing.fact()));
            }
        }
    }
}
