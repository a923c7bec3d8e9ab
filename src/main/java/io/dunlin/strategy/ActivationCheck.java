package io.dunlin.strategy;

import io.dunlin.book.Account;
import io.dunlin.engine.Decider;
import io.dunlin.language.Budget;
import io.dunlin.language.Compiled;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Something that must hold before a version goes live. Rooms that know more than this one add theirs as beans. */
public interface ActivationCheck {
    /** Short and stable, such as {@code scenarios}. */
    String name();

    Result check(Candidate candidate);

    /** Whether it looks at the whole book, which takes too long while somebody is typing. */
    default boolean readsTheBook() {
        return false;
    }

    /**
     * What is to go live.
     *
     * @param live what decides today; null where the strategy is new
     * @param effect what it would do to the book; null where only the files are looked at
     */
    record Candidate(Compiled version, Compiled live, Compiled guard, Effect effect) {
        public Candidate(Compiled version, Compiled live, Compiled guard) {
            this(version, live, guard, null);
        }
    }

    /**
     * What decides for each customer today, and what would: another strategy's customers get the same twice.
     *
     * @param day for which the book is looked at
     * @param whom it concerns, as far as that does not follow from the strategy alone
     * @param budget how much may change
     */
    record Effect(
            LocalDate day,
            Predicate<Account> whom,
            Function<Account, Decider> today,
            Function<Account, Decider> then,
            Budget budget) {}

    /**
     * @param objections empty where it may go live; each names what is wrong and what to do
     * @param figures what was counted, by name
     */
    record Result(String check, List<String> objections, Map<String, Object> figures) {
        public boolean passed() {
            return objections.isEmpty();
        }
    }
}
