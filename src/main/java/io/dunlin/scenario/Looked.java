package io.dunlin.scenario;

import io.dunlin.engine.Decider;
import io.dunlin.engine.WhyNot;
import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fact that rules looked at while one decision was made: where conditions can be seen true and false. */
final class Looked implements Decider.Watcher {
    private final List<Fact> facts = new ArrayList<>();

    @Override
    public void shown(Compiled policy, List<? extends Fact> facts) {
        this.facts.addAll(facts);
    }

    void forget() {
        facts.clear();
    }

    Stream<Fact> at(Rule rule) {
        return facts.stream().filter(rule.fact()::isInstance).map(Fact.class::cast);
    }

    /** Why a rule did not fire, told of the fact that came nearest; empty where it did. */
    Optional<String> whySilent(Rule rule) {
        var nearest = at(rule).map(fact -> WhyNot.answer(rule, fact))
                .min(Comparator.comparingInt(answer -> answer.failed().size()));
        if (nearest.isEmpty()) {
            return Optional.of(rule.id() + " did not fire: nothing was there for it to look at");
        }
        return nearest.filter(answer -> !answer.failed().isEmpty()).map(Looked::inWords);
    }

    private static String inWords(WhyNot.RuleAnswer answer) {
        var failed = answer.failed().stream()
                .map(f -> f.condition() + " (was " + f.actual() + ", needs " + f.required() + ")")
                .toList();
        return answer.rule() + " did not fire for " + answer.about() + ": " + String.join("; ", failed);
    }

    /** Why no rule wanted an action: the one that came nearest to it. */
    Optional<String> whyNobodyWanted(Action action, Compiled strategy) {
        var wanting = strategy.rules().stream()
                .filter(rule -> rule.effects().stream().anyMatch(effect -> effect.action() == action))
                .toList();
        if (wanting.isEmpty()) {
            return action.stage() == Action.Stage.NONE
                    ? Optional.empty()
                    : Optional.of("no rule of " + strategy.name() + " proposes " + action);
        }
        boolean isWanted = wanting.stream()
                .anyMatch(rule -> at(rule).anyMatch(fact -> rule.condition().holds(fact)));
        return isWanted
                ? Optional.empty()
                : wanting.stream().min(Comparator.comparingInt(this::distance)).flatMap(this::whySilent);
    }

    private int distance(Rule rule) {
        return at(rule).mapToInt(fact -> WhyNot.answer(rule, fact).failed().size())
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
