package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.engine.Accounts;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.language.Compiled;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every fact that is derived of an account is one that the analysis takes for possible; else it would speak of rules falsely. */
@Domain(Accounts.class)
@Domain(DomainContext.Global.class)
class WhatIsAssumedOfFactsTest {
    private static final Compiled NO_GUARD = guardWithoutRules();

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void everyDerivedFactIsPossible(@ForAll Accounts.Looked the) {
        var strategy = Policies.compiled(the.strategy());
        for (var fact : shown(the, strategy, Policies.compiled("guard"))) {
            var dims = new Dims(fact.getClass().asSubclass(Fact.class));
            for (var dim : dims.all()) {
                assertThat(dim.universe().contains(Truth.code(dim, fact)))
                        .as(dim.path() + " of " + fact)
                        .isTrue();
            }
            var numbers = fact instanceof Outcome ? null : strategy.manifest().holds();
            for (var assumed : ((Formula.All) DomainFacts.of(dims, numbers)).parts()) {
                assertThat(Truth.of(assumed, fact))
                        .as(() -> assumed + " of " + fact)
                        .isTrue();
            }
        }
    }

    /** What the analysis calls void is never chosen; what it calls certain is never passed over for something milder. */
    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void whatWinsIsWhatMayWin(@ForAll Accounts.Looked the) {
        var strategy = Policies.compiled(the.strategy());
        var dims = new Dims(Invoice.class);
        var chances = new Chances(dims);
        for (var outcome : winners(the, strategy)) {
            if (outcome.invoice() != null) {
                var winner = new Effect(Verb.PROPOSE, outcome.action(), outcome.level(), null, null);
                assertThat(Truth.of(chances.possible(winner), outcome.invoice()))
                        .as(outcome.toString())
                        .isTrue();
                assertThat(strategy.fire(List.of(outcome.invoice())).stream()
                                .flatMap(firing -> firing.rule().effects().stream())
                                .filter(other -> outranks(strategy, other, winner))
                                .filter(other -> Truth.of(chances.certain(other), outcome.invoice())))
                        .as(outcome.toString())
                        .isEmpty();
            }
        }
    }

    /** The guard is also shown invoices that the customer's one contact would only mention; these won nothing. */
    private static List<Outcome> winners(Accounts.Looked the, Compiled strategy) {
        var facts = new ArrayList<Fact>();
        var contact = Decider.watched(strategy, NO_GUARD, (policy, shown) -> facts.addAll(shown))
                .decide(the.account(), the.book())
                .customer();
        var winners = new ArrayList<Outcome>();
        var shown = new HashSet<String>();
        for (var fact : facts) {
            if (fact instanceof Outcome outcome) {
                boolean first =
                        outcome.invoice() != null && shown.add(outcome.invoice().id());
                boolean step = outcome.action() == contact.action() && outcome.level() == contact.level();
                if (!step || (first && isProposed(strategy, outcome))) {
                    winners.add(outcome);
                }
            }
        }
        return winners;
    }

    private static boolean isProposed(Compiled strategy, Outcome outcome) {
        var claim = outcome.action().claim();
        boolean isVoid =
                claim != Claim.NOTHING && outcome.invoice().amounts().of(claim).signum() == 0;
        return !isVoid
                && strategy.fire(List.of(outcome.invoice())).stream()
                        .flatMap(firing -> firing.rule().effects().stream())
                        .anyMatch(effect -> effect.action() == outcome.action() && effect.level() == outcome.level());
    }

    private static boolean outranks(Compiled strategy, Effect other, Effect winner) {
        if (other.action() == winner.action()) {
            return other.level() > winner.level();
        }
        return strategy.manifest().rank(other.action()) > strategy.manifest().rank(winner.action())
                && Chances.standAndFallTogether(other.action(), winner.action());
    }

    private static List<Fact> shown(Accounts.Looked the, Compiled strategy, Compiled guard) {
        var facts = new ArrayList<Fact>();
        Decider.watched(strategy, guard, (policy, shown) -> facts.addAll(shown)).decide(the.account(), the.book());
        return facts;
    }

    private static Compiled guardWithoutRules() {
        try {
            return StrategyCompiler.compile(new StrategyFiles(
                    StrategyCompiler.GUARD,
                    new TreeMap<>(Map.of(StrategyFiles.MANIFEST, "name: guard\npurpose: to let everything pass\n"))));
        } catch (StrategyRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
