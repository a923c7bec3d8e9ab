package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Member;
import io.dunlin.language.HoldNumbers;
import io.dunlin.simulation.Violation.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks over what was done about a family with eyes of its own: who belongs together is left in peace together. */
final class GroupInvariants {
    private static final int WEEK = 7;

    private final Family family;
    private final List<Played> played;
    private final Arm arm;
    private final HoldNumbers numbers;
    private final Window window;
    private final List<Violation> found = new ArrayList<>(0);

    private GroupInvariants(Family family, List<Played> played, Arm arm, HoldNumbers numbers, Window window) {
        this.family = family;
        this.played = played;
        this.arm = arm;
        this.numbers = numbers;
        this.window = window;
    }

    static List<Violation> of(Family family, List<Played> played, Arm arm, HoldNumbers numbers, Window window) {
        var check = new GroupInvariants(family, played, arm, numbers, window);
        for (int m = 0; m < family.members().size(); m++) {
            for (var done : played.get(m).done()) {
                if (done.isContact() && !done.action().ignoresContactLimit()) {
                    check.look(m, done.on());
                }
            }
        }
        return check.found;
    }

    private void look(int member, LocalDate day) {
        var kin = new ArrayList<LocalDate>();
        for (int m = 0; m < family.members().size(); m++) {
            if (isKin(m, member)) {
                contacts(m, day, m < member).forEach(kin::add);
            }
        }
        if (kin.stream().anyMatch(on -> on.isAfter(day.minusDays(numbers.quietDaysInGroup())))) {
            found(Kind.GROUP_NOT_LEFT_IN_PEACE, member, day);
        }
        long week = Stream.concat(kin.stream(), contacts(member, day, false))
                .filter(on -> on.isAfter(day.minusDays(WEEK)))
                .count();
        if (!kin.isEmpty() && numbers.contactsPer7DaysInGroup() > 0 && week >= numbers.contactsPer7DaysInGroup()) {
            found(Kind.GROUP_CONTACT_LIMIT, member, day);
        }
    }

    private boolean isKin(int one, int other) {
        var a = family.members().get(one).customer();
        var b = family.members().get(other).customer();
        return Member.of(a).belongsTo(b) || a.id().equals(b.payer());
    }

    /** Until the day, the day itself included or not; those of history that a replay replaces left out. */
    private Stream<LocalDate> contacts(int member, LocalDate day, boolean included) {
        var past = family.members().get(member).contacts().stream()
                .filter(Contact::countsAsContact)
                .map(Contact::on)
                .filter(on -> window.isSnapshot() ? !on.isAfter(window.to()) : on.isBefore(window.from()));
        var own = played.get(member).done().stream()
                .filter(Done::isContact)
                .map(Done::on)
                .filter(on -> on.isBefore(day) || (included && on.equals(day)));
        return Stream.concat(past, own);
    }

    private void found(Kind kind, int member, LocalDate day) {
        Account account = family.members().get(member);
        found.add(new Violation(kind, arm, account.customer().id(), null, day));
    }
}
