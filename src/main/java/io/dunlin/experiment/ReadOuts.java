package io.dunlin.experiment;

import io.dunlin.ledger.Ledger;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.simulation.Prices;
import io.dunlin.simulation.PricesReader;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.strategy.Contest;
import io.dunlin.strategy.Contests;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Reads out what a challenger did: finds the experiment, gathers what happened, compares. */
@ApplicationScoped
public class ReadOuts {
    /** Each of them walks through the whole book. */
    private static final int AT_ONCE = 2;

    private final Contests contests;
    private final BookReader book;
    private final Ledger ledger;
    private final ExperimentConfig config;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE);

    ReadOuts(Contests contests, BookReader book, Ledger ledger, ExperimentConfig config, Clock clock) {
        this.contests = contests;
        this.book = book;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    public ReadOut of(String strategy, Asked asked) {
        var question = asked.question();
        var contest = chosen(contests.of(strategy), strategy, asked.from());
        var course = Course.of(contest);
        var window = window(course, asked);
        var currency = asked.currencyOr(ledger.baseCurrency());
        var terms = new Terms(window, currency, ledger.rates(window.asOf()), prices(), question.attributionDays());
        if (!running.tryAcquire()) {
            throw Problem.UNAVAILABLE.because(AT_ONCE + " read-outs are being made already; ask again in a moment.");
        }
        try {
            var arms = Arms.of(Reading.periods(course, window));
            return new Reading(strategy, course, window, question, book.read(contest, arms, terms)).readOut();
        } finally {
            running.release();
        }
    }

    /** The one that went on at that day; the newest one where no day is named. */
    private static Contest chosen(List<Contest> all, String strategy, LocalDate from) {
        if (all.isEmpty()) {
            throw Problem.NOT_FOUND.because("Strategy `" + strategy
                    + "` never had a challenger; PUT /api/v1/strategies/" + strategy + "/challenger gives it one.");
        }
        var kept = all.stream()
                .filter(contest -> !Course.of(contest).shares().isEmpty())
                .filter(contest -> from == null || Course.of(contest).wasOn(from))
                .toList();
        if (kept.isEmpty()) {
            var known = all.stream()
                    .map(contest -> "from " + Course.of(contest).words())
                    .collect(Collectors.joining("; "));
            throw Problem.BAD_REQUEST.because(
                    "No challenger had a share on that day.",
                    new Findings().field("from", "must be a day of an experiment. There was one " + known + "."));
        }
        return kept.get(kept.size() - 1);
    }

    private Window window(Course course, Asked asked) {
        var today = LocalDate.now(clock);
        var from = asked.from() == null ? course.began() : asked.from();
        var last = course.ended() == null ? today : course.ended();
        var asOf = asked.asOf() == null ? last : asked.asOf();
        var findings = new Findings();
        if (asOf.isBefore(from)) {
            findings.field("asOf", asOf + " is before " + from + ", the first day of the experiment.");
        } else if (asOf.isAfter(today)) {
            findings.field("asOf", asOf + " has not come yet; nobody knows what will be paid by then.");
        }
        findings.refuseIfAny(Problem.BAD_REQUEST);
        return new Window(course.began(), from, asOf);
    }

    private Prices prices() {
        if (config.costs().isEmpty()) {
            return null;
        }
        var file = config.costs().get();
        try {
            return PricesReader.read(Files.readString(file));
        } catch (IOException | SimulationRefused e) {
            throw Problem.UNAVAILABLE.because("The cost table " + file + " cannot be used: " + e.getMessage());
        }
    }
}
