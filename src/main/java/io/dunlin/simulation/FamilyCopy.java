package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Kinship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A family as one strategy would have made it: each member sees what was done about the others, as in the live book. */
final class FamilyCopy {
    private final List<OwnCopy> copies = new ArrayList<>();

    FamilyCopy(Family family, Window window) {
        family.members().forEach(account -> copies.add(OwnCopy.of(account, window)));
    }

    /**
     * As a member found things when it was asked about on a day: after everything of the days before, and after what was
     * done on the day itself about those who were asked about first.
     *
     * @param played of each member
     */
    static Account whenAsked(LocalDate day, int member, Family family, Window window, List<Played> played) {
        var copy = new FamilyCopy(family, window);
        for (int m = 0; m < played.size(); m++) {
            var last = m < member ? day : day.minusDays(1);
            copy.confirm(
                    m,
                    played.get(m).done().stream()
                            .filter(done -> !done.on().isAfter(last))
                            .toList());
        }
        return copy.account(member);
    }

    void confirm(int member, List<Done> done) {
        copies.get(member).confirm(done);
    }

    Account account(int member) {
        return copies.size() == 1
                ? copies.get(0).account()
                : new Kinship(copies.stream().map(OwnCopy::account).toList()).completed(member);
    }
}
