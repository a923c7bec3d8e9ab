package io.dunlin.study;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;

/** The rules of an order as they were when it came: what goes live later is another matter. */
record Policies(StrategyFiles baseline, StrategyFiles candidate, StrategyFiles guard) {
    record Deciders(Decider baseline, Decider candidate) {}

    Deciders compiled() {
        var along = compiled(guard);
        return new Deciders(new Decider(compiled(baseline), along), new Decider(compiled(candidate), along));
    }

    private static Compiled compiled(StrategyFiles files) {
        try {
            return StrategyCompiler.compile(files);
        } catch (StrategyRefused e) {
            throw new IllegalStateException("what compiled when it was ordered no longer does", e);
        }
    }
}
