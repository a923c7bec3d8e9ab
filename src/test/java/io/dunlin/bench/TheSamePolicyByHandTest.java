package io.dunlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.engine.Rivals;
import io.dunlin.language.Compiled;
import io.dunlin.language.Compiled.Firing;
import io.dunlin.vocabulary.Fact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The benchmark compares like with like: the policy in plain Java decides as the rules do, reasons and blockers included. */
class TheSamePolicyByHandTest {
    private static final int FACTS = 20_000;

    private final Rivals rivals = Rivals.standard();
    private final Agreement agreement = new Agreement(rivals);
    private final RandomFacts facts = new RandomFacts(1);

    @Test
    void rulesAndPlainJavaAgreeOnEveryGeneratedCustomer() {
        Portfolio.accounts(4000).forEach(account -> agreement.check(account, Portfolio.book(0)));
        assertThat(agreement.decisions()).isEqualTo(4000);
    }

    @Test
    void theyAgreeAllTheWayUpTheLadder() {
        Portfolio.accounts(400).forEach(account -> Journey.through(agreement, account));
        assertThat(agreement.silent()).hasSizeLessThan(rivals.rules().size() / 3);
    }

    @Test
    void everyRuleFiresInBothOnTheSameFacts() {
        var strategy = rivals.dunlin.strategy();
        var fired = compare(strategy, HandWrittenPolicy::propose, facts::invoice);
        fired.addAll(compare(strategy, HandWrittenPolicy::propose, facts::customer));
        fired.addAll(compare(rivals.dunlin.guard(), HandWrittenPolicy::object, facts::outcome));
        assertThat(fired).isEqualTo(rivals.rules());
    }

    private static Set<String> compare(
            Compiled rules, Function<List<Fact>, List<Firing>> hand, Supplier<? extends Fact> next) {
        var fired = new TreeSet<String>();
        for (int i = 0; i < FACTS; i++) {
            var fact = List.<Fact>of(next.get());
            var said = said(rules.fire(fact));
            assertThat(said(hand.apply(fact))).as("%s", fact).isEqualTo(said);
            rules.fire(fact).forEach(firing -> fired.add(firing.rule().id()));
        }
        return fired;
    }

    private static List<String> said(List<Firing> firings) {
        return firings.stream()
                .map(firing -> firing.rule().effects().stream()
                        .map(e -> firing.rule().id() + " " + e.verb() + " " + e.action() + " " + e.level() + " "
                                + e.role() + " " + e.text().fill(firing.fact()))
                        .collect(Collectors.joining()))
                .toList();
    }
}
