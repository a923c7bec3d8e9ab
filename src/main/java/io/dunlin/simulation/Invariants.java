package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.language.HoldNumbers;
import io.dunlin.simulation.Violation.Kind;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Action.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks over what was done with eyes of its own: nothing here asks the engine. */
final class Invariants {
    private final Compared compared;
    private final Account account;
    private final Arm arm;
    private final HoldNumbers numbers;
    private final Window window;
    private final Balances balances;
    private final List<Violation> found = new ArrayList<>(0);

    private Invariants(Compared compared, Arm arm, HoldNumbers numbers, Window window) {
        this.compared = compared;
        this.account = compared.account();
        this.arm = arm;
        this.numbers = numbers;
        this.window = window;
        this.balances = new Balances(account);
    }

    static List<Violation> of(Compared compared, Arm arm, HoldNumbers numbers, Window window) {
        var check = new Invariants(compared, arm, numbers, window);
        check.disputes();
        check.limits();
        compared.fates().forEach(check::softer);
        return check.found;
    }

    private void disputes() {
        for (var fate : compared.fates()) {
            for (var done : fate.under(arm)) {
                if (done.isContact() && done.action().claim() != Claim.NOTHING && allIsContested(fate, done.on())) {
                    found(Kind.CONTACT_ON_DISPUTED, fate.invoice().id(), done.on());
                }
            }
        }
    }

    private boolean allIsContested(Fate fate, LocalDate day) {
        var open = balances.open(fate.invoice(), day);
        var contested = account.disputes().stream()
                .filter(d -> d.invoice().equals(fate.invoice().id())
                        && !d.on().isAfter(day)
                        && (d.resolvedOn() == null || d.resolvedOn().isAfter(day)))
                .map(d -> d.amount() == null ? open : d.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return contested.signum() > 0 && contested.compareTo(open) >= 0;
    }

    private void limits() {
        var days = new ArrayList<LocalDate>();
        account.contacts().stream()
                .filter(c -> c.countsAsContact()
                        && (window.isSnapshot() ? !c.on().isAfter(window.to()) : c.on().isBefore(window.from())))
                .map(Contact::on)
                .sorted()
                .forEach(days::add);
        for (var done : compared.under(arm).done()) {
            if (done.isContact()) {
                limit(done, days);
                days.add(done.on());
            }
        }
    }

    private void limit(Done done, List<LocalDate> before) {
        if (before.contains(done.on())) {
            found(Kind.TWO_CONTACTS_ON_A_DAY, null, done.on());
        }
        if (!done.action().ignoresContactLimit()
                && (isFull(before, done.on(), 7, numbers.contactsPer7Days())
                        || isFull(before, done.on(), 30, numbers.contactsPer30Days()))) {
            found(Kind.CONTACT_LIMIT, null, done.on());
        }
    }

    private static boolean isFull(List<LocalDate> before, LocalDate day, int days, int most) {
        var since = day.minusDays(days);
        return most > 0 && before.stream().filter(d -> d.isAfter(since)).count() >= most;
    }

    private void softer(Fate fate) {
        Contact.Step reminded = null;
        Done remindedBy = null;
        Done escalatedBy = null;
        for (var done : fate.under(arm)) {
            var step = own(done, fate);
            if (step == null) {
                continue;
            }
            if (step.action() == Action.REMINDER) {
                boolean lower = reminded != null && reminded.level() > step.level() && quiet(remindedBy, done);
                if (lower || (escalatedBy != null && quiet(escalatedBy, done))) {
                    found(Kind.SOFTER_WITHOUT_CAUSE, fate.invoice().id(), done.on());
                }
                reminded = step;
                remindedBy = done;
            } else if (step.action().isContact() && step.action().stage() == Stage.ESCALATION) {
                escalatedBy = done;
            }
        }
    }

    /** Null where a contact only mentions the invoice. */
    private static Contact.Step own(Done done, Fate fate) {
        return done.steps().stream()
                .filter(s -> fate.invoice().id().equals(s.invoice()))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing happened to the customer that could explain a change of tone. */
    private boolean quiet(Done one, Done other) {
        var dates = Stream.of(
                        account.payments().stream()
                                .flatMap(p -> Stream.of(p.on(), nullable(p.bookedOn()), nullable(p.reversedOn()))),
                        account.credits().stream().flatMap(c -> Stream.of(c.on(), nullable(c.cancelledOn()))),
                        account.disputes().stream().flatMap(d -> Stream.of(d.on(), nullable(d.resolvedOn()))),
                        account.promises().stream()
                                .flatMap(p -> Stream.of(p.on(), p.until(), nullable(p.cancelledOn()))),
                        account.plans().stream().flatMap(p -> Stream.of(p.on(), nullable(p.cancelledOn()))),
                        account.holds().stream().flatMap(h -> Stream.of(h.from(), h.end())),
                        account.overrides().stream()
                                .flatMap(o -> Stream.of(o.from(), o.until(), nullable(o.liftedOn()))))
                .flatMap(dated -> dated);
        return dates.filter(Objects::nonNull).noneMatch(day -> !day.isBefore(one.on()) && !day.isAfter(other.on()));
    }

    private static LocalDate nullable(LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    private void found(Kind kind, String invoice, LocalDate on) {
        found.add(new Violation(kind, arm, account.customer().id(), invoice, on));
    }
}
