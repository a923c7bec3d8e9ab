package io.dunlin.strategy;

import io.dunlin.strategy.Contest.Champion;
import io.dunlin.strategy.Contest.Share;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Every challenger a strategy ever had, read from its history. */
@ApplicationScoped
public class Contests {
    private final Overview overview;

    Contests(Overview overview) {
        this.overview = overview;
    }

    /** The first one first; refused where there is no such strategy. */
    public List<Contest> of(String name) {
        overview.one(name);
        return QuarkusTransaction.requiringNew().call(() -> of(name, ChallengerRow.all(name), ActivationRow.all(name)));
    }

    /** Both newest first, as they are kept. */
    private static List<Contest> of(String name, List<ChallengerRow> moves, List<ActivationRow> activations) {
        var rows = new ArrayList<>(moves);
        Collections.reverse(rows);
        var contests = new ArrayList<Contest>();
        for (int first = 0; first < rows.size(); ) {
            int next = first;
            while (next < rows.size() && isSame(rows.get(first), rows.get(next))) {
                next++;
            }
            if (next > first) {
                var after = next < rows.size() ? rows.get(next).at : null;
                contests.add(contest(name, rows.subList(first, next), after, activations));
            }
            first = Math.max(next, first + 1);
        }
        return List.copyOf(contests);
    }

    private static boolean isSame(ChallengerRow one, ChallengerRow other) {
        return one.salt.equals(other.salt) && other.percent > 0;
    }

    private static Contest contest(
            String name, List<ChallengerRow> rows, Instant after, List<ActivationRow> activations) {
        var first = rows.get(0);
        var ended = Stream.concat(Stream.ofNullable(after), promoted(first, activations))
                .min(Instant::compareTo)
                .orElse(null);
        return new Contest(
                name,
                first.salt,
                first.version,
                new Signed(first.by, first.at, first.why),
                ended,
                rows.stream().map(row -> new Share(row.at, row.percent)).toList(),
                champions(first.at, ended, activations));
    }

    /** A challenger that was put live itself has ended too, without a word about its share. */
    private static Stream<Instant> promoted(ChallengerRow first, List<ActivationRow> activations) {
        return activations.stream()
                .filter(row -> row.kind == ActivationRow.Kind.ACTIVATED && row.version.equals(first.version))
                .map(row -> row.at)
                .filter(at -> at.isAfter(first.at));
    }

    /** The last one from before it began, and those that came while it went on. */
    private static List<Champion> champions(Instant began, Instant ended, List<ActivationRow> activations) {
        var champions = new ArrayList<Champion>();
        for (var row : activations) {
            if (ended == null || row.at.isBefore(ended)) {
                champions.add(new Champion(row.at, row.version));
            }
            if (!row.at.isAfter(began)) {
                break;
            }
        }
        Collections.reverse(champions);
        return List.copyOf(champions);
    }
}
