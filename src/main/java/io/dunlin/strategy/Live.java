package io.dunlin.strategy;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.engine.Choice;
import io.dunlin.engine.Choice.Arm;
import io.dunlin.engine.Choice.ChosenBy;
import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Guess;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that decides, at one moment. It never changes: a request takes one and keeps to it, so that no decision is
 * made half by the old and half by the new.
 *
 * @param revision of the database it was read from
 * @param standard name of the seller's default
 * @param waiting strategies that there are, but of which nothing decides
 * @param segments strategy by segment
 */
record Live(
        long revision, String standard, Map<String, Line> lines, Set<String> waiting, Map<String, String> segments) {

    /** @param challenger null where there is none */
    record Line(Standing standing, Challenger challenger) {}

    /** Decides for a customer; {@code asked} null leaves the choice to what is agreed. */
    Decider decider(String asked, Account account, LocalDate asOf) {
        var debtor = account.customer();
        var by = chosenBy(asked, debtor);
        var line = line(name(by, asked, debtor));
        var drawn = line.challenger() == null ? null : line.challenger().draw(debtor);
        if (drawn != null && drawn.arm() == Arm.CHALLENGER) {
            var since = line.standing().stepsSince();
            return new Decider(line.challenger().version(), guard(), new Choice(by, since, null, drawn));
        }
        var found = line.standing().of(account, asOf);
        var choice = new Choice(by, found.standing().stepsSince(), found.pinnedSince(), drawn);
        return new Decider(found.standing().version(), guard(), choice);
    }

    /** Name of the strategy that is agreed for a customer. */
    String agreed(Debtor debtor) {
        return name(chosenBy(null, debtor), null, debtor);
    }

    private ChosenBy chosenBy(String asked, Debtor debtor) {
        if (asked != null) {
            return ChosenBy.ASKED;
        }
        if (debtor.strategy() != null) {
            return ChosenBy.CUSTOMER;
        }
        return debtor.segment() != null && segments.containsKey(debtor.segment()) ? ChosenBy.SEGMENT : ChosenBy.DEFAULT;
    }

    private String name(ChosenBy by, String asked, Debtor debtor) {
        return switch (by) {
            case ASKED -> asked;
            case CUSTOMER -> debtor.strategy();
            case SEGMENT -> segments.get(debtor.segment());
            case DEFAULT -> standard;
        };
    }

    private Line line(String name) {
        var line = lines.get(name);
        if (waiting.contains(name)) {
            throw Problem.UNAVAILABLE.because("Strategy `" + name + "` has no version that decides; /api/v1/strategies "
                    + "says what is wrong or missing.");
        }
        if (line == null || name.equals(StrategyCompiler.GUARD)) {
            var hint = Guess.question(name, names());
            new Findings()
                    .field(
                            "strategy",
                            "there is no strategy `" + name + "` that decides; "
                                    + (hint == null ? "there are " + String.join(", ", names()) + "." : hint))
                    .refuseIfAny(Problem.INVALID_FACTS);
        }
        return line;
    }

    List<String> names() {
        return lines.keySet().stream()
                .filter(name -> !name.equals(StrategyCompiler.GUARD))
                .sorted()
                .toList();
    }

    Compiled guard() {
        var line = lines.get(StrategyCompiler.GUARD);
        if (line == null) {
            throw Problem.UNAVAILABLE.because(
                    "There is no guard that decides along; see /api/v1/strategies for what is "
                            + "wrong with its files.");
        }
        return line.standing().version();
    }

    /** The version that decides for most; null where there is none. */
    Compiled version(String name) {
        var line = lines.get(name);
        return line == null ? null : line.standing().version();
    }

    /** Whether nobody is answered without it. */
    boolean isNeeded(String name) {
        return name.equals(standard) || name.equals(StrategyCompiler.GUARD);
    }

    /** As it would be with a segment on another strategy; null for the seller's default. */
    Live withSegment(String segment, String strategy) {
        var changed = new HashMap<>(segments);
        changed.remove(segment);
        if (strategy != null) {
            changed.put(segment, strategy);
        }
        return new Live(revision, standard, lines, waiting, Map.copyOf(changed));
    }

    /** Name of the strategy that a segment's customers get who have none of their own. */
    String ofSegment(String segment) {
        return segments.getOrDefault(segment, standard);
    }

    /** As it would be with one line changed. */
    Live with(String name, Line line) {
        var changed = new HashMap<>(lines);
        changed.put(name, line);
        return new Live(revision, standard, Map.copyOf(changed), waiting, segments);
    }
}
