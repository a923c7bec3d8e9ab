package io.dunlin.strategy;

import io.dunlin.language.Compiled;
import java.util.List;
import java.util.Map;

/** Something that must hold before a version goes live. Rooms that know more than this one add theirs as beans. */
public interface ActivationCheck {
    /** Short and stable, such as {@code scenarios}. */
    String name();

    Result check(Candidate candidate);

    /**
     * What is to go live.
     *
     * @param live what decides today; null where the strategy is new
     */
    record Candidate(Compiled version, Compiled live, Compiled guard) {}

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
