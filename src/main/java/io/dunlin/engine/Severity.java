package io.dunlin.engine;

import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;

/** How hard a step is for the customer, by the strategy's ladder. */
final class Severity {
    private Severity() {}

    /**
     * A person may order a step that the strategy never takes. It then counts as hard as the hardest step of the ladder that
     * comes no later than it in the order of {@link Action}, which goes from stage to stage.
     */
    static int of(Action action, Manifest manifest) {
        int rank = manifest.rank(action);
        if (rank >= 0) {
            return rank;
        }
        return manifest.ladder().entrySet().stream()
                .filter(step -> step.getKey().compareTo(action) < 0)
                .mapToInt(step -> step.getValue())
                .max()
                .orElse(-1);
    }
}
