package io.dunlin.engine;

import io.dunlin.language.Rule;
import io.dunlin.language.Rule.Sentence;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision.LostBecause;
import io.dunlin.vocabulary.Decision.Reason;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Fact;

/** What one rule wants for one fact. */
record Proposal(Rule rule, Fact fact, Action action, int level, Sentence text) {
    Reason reason() {
        return new Reason(rule.id(), text.fill(fact));
    }

    RunnerUp lost(LostBecause because, String why) {
        return new RunnerUp(action, level, rule.id(), because, why);
    }

    boolean isStep(Action otherAction, int otherLevel) {
        return action == otherAction && level == otherLevel;
    }

    boolean sameStep(Proposal other) {
        return isStep(other.action, other.level);
    }
}
