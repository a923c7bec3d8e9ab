package io.dunlin.simulation;

import io.dunlin.assumption.Assumptions;
import io.dunlin.vocabulary.Role;
import java.util.Map;

/**
 * What the comparison measures with.
 *
 * @param needlessDays a letter is needless if all it names was paid within so many days anyway
 * @param capacity steps a role can do in a day, where somebody said
 * @param assumptions what customers would have done; null where nobody assumes anything
 */
public record Settings(
        int needlessDays, Map<Role, Integer> capacity, Prices prices, long seed, Assumptions assumptions) {

    public Settings(int needlessDays, Map<Role, Integer> capacity, Prices prices, long seed) {
        this(needlessDays, capacity, prices, seed, null);
    }
}
