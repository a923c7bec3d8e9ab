package io.dunlin.simulation;

import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What became of one invoice under both strategies.
 *
 * @param open at the end of the window, in the invoice's currency
 * @param differsFrom first day on which not the same was done about it; null where it always was
 */
record Fate(Receivable invoice, BigDecimal open, List<Done> baseline, List<Done> candidate, LocalDate differsFrom) {

    List<Done> under(Arm arm) {
        return arm == Arm.BASELINE ? baseline : candidate;
    }

    boolean isChanged() {
        return differsFrom != null;
    }

    /** The furthest it went; {@code NO_ACTION} where nothing was done. */
    Action hardest(Arm arm) {
        return under(arm).stream().map(Done::action).max(Action::compareTo).orElse(Action.NO_ACTION);
    }

    /** The first time the customer heard of it; null where never. */
    LocalDate firstContact(Arm arm) {
        return under(arm).stream()
                .filter(Done::isContact)
                .map(Done::on)
                .findFirst()
                .orElse(null);
    }

    /** The first day from which two courses of action are not the same; null where they are. */
    static LocalDate difference(List<Done> one, List<Done> other, BiPredicate<Done, Done> same) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!same.test(one.get(i), other.get(i))) {
                return earlier(one.get(i), other.get(i));
            }
        }
        if (one.size() == other.size()) {
            return null;
        }
        var longer = one.size() > other.size() ? one : other;
        return longer.get(Math.min(one.size(), other.size())).on();
    }

    private static LocalDate earlier(Done one, Done other) {
        return one.on().isBefore(other.on()) ? one.on() : other.on();
    }
}
