package io.dunlin.engine;

import io.dunlin.book.Contact;
import io.dunlin.engine.Held.Cover;
import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Who contacted the customer when, by whatever channel, by machine or by hand; and the holds that follow from it. */
record Touching(Customer.Touch facts, List<Held> holds) {

    static Touching of(History history, LocalDate asOf, HoldNumbers numbers) {
        var dates = history.contacts.stream()
                .filter(Contact::countsAsContact)
                .map(Contact::on)
                .toList();
        var holds = new ArrayList<Held>();
        if (!dates.isEmpty()) {
            quiet(dates.get(dates.size() - 1), asOf, numbers.quietDays(), holds);
            limit(dates, asOf, 7, numbers.contactsPer7Days(), holds);
            limit(dates, asOf, 30, numbers.contactsPer30Days(), holds);
        }
        group(history, asOf, numbers, holds);
        freeDay(history.account.customer().country(), asOf, holds);
        history.customerHolds.stream()
                .filter(hold -> hold.covers(asOf))
                .forEach(hold -> holds.add(new Held(Texts.hold(hold, Scope.CUSTOMER), Cover.EVERY_CLAIM)));
        return new Touching(facts(history, dates, asOf, numbers), List.copyOf(holds));
    }

    private static Customer.Touch facts(History history, List<LocalDate> dates, LocalDate asOf, HoldNumbers numbers) {
        var answers = EnumSet.noneOf(Channel.class);
        var done = EnumSet.noneOf(Action.class);
        int unanswered = 0;
        for (var contact : history.contacts) {
            if (contact.result() == Contact.Result.ANSWERED && contact.on().isAfter(asOf.minusYears(1))) {
                answers.add(contact.channel());
            }
            if (contact.result() == Contact.Result.NO_ANSWER && contact.on().isAfter(asOf.minusDays(30))) {
                unanswered++;
            }
            for (var step : contact.steps()) {
                if (step.invoice() == null
                        && contact.advancesLadder()
                        && contact.on()
                                .plusDays(numbers.reactionDays(step.action()))
                                .isAfter(asOf)) {
                    done.add(step.action());
                }
            }
        }
        var since = dates.isEmpty() ? null : (Integer) (int) ChronoUnit.DAYS.between(last(dates), asOf);
        return new Customer.Touch(since, within(dates, asOf, 7), within(dates, asOf, 30), unanswered, answers, done);
    }

    private static void quiet(LocalDate last, LocalDate asOf, int quietDays, List<Held> holds) {
        var until = last.plusDays(Math.max(0, quietDays - 1L));
        var today = last.equals(asOf);
        if (today || (quietDays > 0 && !asOf.isAfter(until))) {
            var text = (today ? "already contacted today; one contact a day" : "contacted on " + last)
                    + (quietDays > 1 || !today ? "; " + quietDays + " quiet days between two contacts" : "");
            // What may break the quiet may not break it twice on one day.
            var cover = today ? Cover.EVERY_CONTACT : Cover.ORDINARY_CONTACT;
            holds.add(customer(Code.QUIET_DAYS, until, Role.COLLECTION_MANAGER, text, cover));
        }
    }

    /** Whoever was contacted last in the group, the whole group is left in peace for a while. */
    private static void group(History history, LocalDate asOf, HoldNumbers numbers, List<Held> holds) {
        var others = new ArrayList<>(history.account.groupContacts());
        if (history.account.payer() != null) {
            others.addAll(history.account.payer().contacts());
        }
        others.removeIf(contact -> !contact.countsAsContact());
        if (others.isEmpty()) {
            return;
        }
        others.sort(Comparator.comparing(Contact::on).thenComparing(Contact::id));
        var last = others.get(others.size() - 1);
        var until = last.on().plusDays(numbers.quietDaysInGroup() - 1L);
        if (!asOf.isAfter(until)) {
            var text = last.customer() + " of the same group was contacted on " + last.on() + "; "
                    + numbers.quietDaysInGroup() + " quiet days within a group";
            holds.add(group(Code.QUIET_DAYS, until, text));
        }
        int most = numbers.contactsPer7DaysInGroup();
        var dates = Stream.concat(others.stream(), history.contacts.stream().filter(Contact::countsAsContact))
                .map(Contact::on)
                .sorted()
                .toList();
        int count = within(dates, asOf, 7);
        if (most > 0 && count >= most) {
            var text = count + " contacts with the group in 7 days; at most " + most;
            holds.add(group(Code.CONTACT_LIMIT, dates.get(dates.size() - most).plusDays(6), text));
        }
    }

    private static Held group(Code code, LocalDate until, String text) {
        var blocker = new Blocker(code, Scope.GROUP, null, until, Role.COLLECTION_MANAGER, null, text);
        return new Held(blocker, Cover.ORDINARY_CONTACT);
    }

    private static void limit(List<LocalDate> dates, LocalDate asOf, int days, int most, List<Held> holds) {
        int count = within(dates, asOf, days);
        if (count >= most && most > 0) {
            // The contact whose ageing brings the count below the limit again.
            var until = dates.get(dates.size() - most).plusDays(days - 1L);
            var text = count + " contacts in " + days + " days; at most " + most;
            holds.add(customer(Code.CONTACT_LIMIT, until, Role.COLLECTION_MANAGER, text, Cover.ORDINARY_CONTACT));
        }
    }

    private static void freeDay(String country, LocalDate asOf, List<Held> holds) {
        if (!WorkingDays.isWorking(country, asOf)) {
            var until = WorkingDays.onOrAfter(country, asOf).minusDays(1);
            var text = asOf + " is no working day in " + country;
            holds.add(customer(Code.NON_WORKING_DAY, until, Role.COLLECTION_MANAGER, text, Cover.EVERY_CONTACT));
        }
    }

    private static Held customer(Code code, LocalDate until, Role liftedBy, String text, Cover cover) {
        return new Held(new Blocker(code, Scope.CUSTOMER, null, until, liftedBy, null, text), cover);
    }

    private static int within(List<LocalDate> dates, LocalDate asOf, int days) {
        var since = asOf.minusDays(days);
        int count = 0;
        for (var date : dates) {
            count += date.isAfter(since) ? 1 : 0;
        }
        return count;
    }

    private static LocalDate last(List<LocalDate> dates) {
        return dates.get(dates.size() - 1);
    }
}
