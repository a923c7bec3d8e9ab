package io.dunlin.experiment;

import io.dunlin.strategy.Contest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How the experiment went, by days (UTC).
 *
 * @param id of the draw; decisions name it under {@code experiment}
 * @param ended the last day; null where it goes on
 * @param shares periods in which the challenger's share did not change; one that did not last a day is left out
 */
public record Course(
        String id,
        String challenger,
        List<Champion> champions,
        LocalDate began,
        LocalDate ended,
        String by,
        String why,
        List<Period> shares) {

    public record Champion(LocalDate since, String version) {}

    /** @param to the last day of it; null where it goes on */
    public record Period(LocalDate from, LocalDate to, int percent) {
        boolean touches(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (to == null || !to.isBefore(first));
        }
    }

    static Course of(Contest contest) {
        var ended = contest.ended() == null ? null : day(contest.ended());
        return new Course(
                contest.id(),
                contest.version(),
                contest.champions().stream()
                        .map(c -> new Champion(day(c.since()), c.version()))
                        .toList(),
                day(contest.began().at()),
                ended,
                contest.began().by(),
                contest.began().why(),
                periods(contest.shares(), ended));
    }

    private static List<Period> periods(List<Contest.Share> shares, LocalDate ended) {
        var periods = new ArrayList<Period>();
        for (int i = 0; i < shares.size(); i++) {
            var from = day(shares.get(i).since());
            var isLast = i == shares.size() - 1;
            var to = isLast ? ended : day(shares.get(i + 1).since()).minusDays(1);
            if (to == null || !to.isBefore(from)) {
                periods.add(new Period(from, to, shares.get(i).percent()));
            }
        }
        return List.copyOf(periods);
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    boolean wasOn(LocalDate day) {
        return !day.isBefore(began) && (ended == null || !day.isAfter(ended));
    }

    /** As somebody would name it in a sentence. */
    String words() {
        return began + (ended == null ? " and goes on" : " to " + ended);
    }
}
