package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.bench.RandomFacts;
import io.dunlin.language.Condition;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Made-up strategies against made-up facts: what is claimed of all facts holds for these. */
class NothingFalseIsSaidOfRulesTest {
    private static final int STRATEGIES = 400;
    private static final List<Invoice> FACTS = facts();

    /** In the base currency, in which amounts are thought. */
    private static List<Invoice> facts() {
        var random = new RandomFacts(7);
        var facts = new ArrayList<Invoice>();
        while (facts.size() < 3000) {
            var invoice = random.invoice();
            if (invoice.currency().equals("EUR")) {
                facts.add(invoice);
            }
        }
        return facts;
    }

    @Test
    void aConditionAndItsFormulaAreTrueOfTheSameFacts() {
        for (long seed = 0; seed < STRATEGIES; seed++) {
            var parsed = StrategyCompiler.parse(new RandomRules(seed).strategy());
            assertThat(parsed.hasErrors()).as(parsed.diagnostics().toString()).isFalse();
            var space = new Space(Invoice.class, parsed);
            for (var rule : parsed.rules()) {
                var formula = space.fires(rule);
                for (var fact : FACTS.subList(0, 300)) {
                    boolean holds = rule.condition().holds(fact);
                    assertThat(Truth.of(formula, fact))
                            .as(() -> rule + " of " + fact)
                            .isEqualTo(holds);
                    assertThat(Truth.of(formula.not(), fact))
                            .as(() -> "not " + rule + " of " + fact)
                            .isEqualTo(!holds);
                }
            }
        }
    }

    @Test
    void whatIsCalledImpossibleIsTrueOfNoPossibleFact() {
        int never = 0;
        for (long seed = 0; seed < STRATEGIES; seed++) {
            var parsed = StrategyCompiler.parse(new RandomRules(seed).strategy());
            var space = new Space(Invoice.class, parsed);
            var possible = DomainFacts.of(space.dims(), parsed.manifest().holds());
            for (var rule : parsed.rules()) {
                if (space.isImpossible(space.fires(rule))) {
                    never++;
                    assertThat(FACTS).noneMatch(fact -> rule.condition().holds(fact) && Truth.of(possible, fact));
                }
                if (space.isContradictory(space.fires(rule))) {
                    assertThat(FACTS).noneMatch(rule.condition()::holds);
                }
            }
        }
        assertThat(never).isGreaterThan(20);
    }

    @Test
    void aWitnessIsAPossibleFactOfWhichTheRulesSayWhatIsClaimed() {
        var seen = EnumSet.noneOf(Answer.class);
        for (long seed = 0; seed < STRATEGIES; seed++) {
            var parsed = StrategyCompiler.parse(new RandomRules(seed).strategy());
            var space = new Space(Invoice.class, parsed);
            var possible = DomainFacts.of(space.dims(), parsed.manifest().holds());
            var rules = parsed.rules();
            // One fires and the next does not.
            for (int i = 0; i + 1 < rules.size(); i++) {
                var wanted = Formula.all(
                        space.fires(rules.get(i)), space.fires(rules.get(i + 1)).not());
                var found = space.find(fact -> true, wanted);
                seen.add(found.answer());
                if (found.answer() == Answer.YES) {
                    assertThat(rules.get(i).condition().holds(found.fact())).isTrue();
                    assertThat(rules.get(i + 1).condition().holds(found.fact())).isFalse();
                    assertThat(Truth.of(possible, found.fact()))
                            .as(() -> found.fact().toString())
                            .isTrue();
                }
            }
        }
        assertThat(seen).contains(Answer.YES, Answer.NO);
    }

    @Test
    void whatIsSaidOfRulesIsSo() {
        var said = EnumSet.noneOf(Code.class);
        for (long seed = 0; seed < STRATEGIES / 2; seed++) {
            var report = Checks.of(new RandomRules(seed).strategy());
            for (var finding : report.diagnostics()) {
                said.add(finding.code());
                var rule = report.compiled().rules().stream()
                        .filter(r -> r.id().equals(finding.rule()))
                        .findFirst();
                rule.ifPresent(r -> confirm(finding, r, report.compiled().rules()));
            }
        }
        assertThat(said)
                .contains(Code.NEVER_FIRES, Code.NEVER_WINS, Code.TIE, Code.UNCOVERED, Code.REDUNDANT_CONDITION);
    }

    private static void confirm(Diagnostic finding, Rule rule, List<Rule> rules) {
        if (finding.code() == Code.REDUNDANT_CONDITION) {
            var part = rule.condition().parts().stream()
                    .filter(p -> Said.text(p).equals(finding.message().split("`")[1]))
                    .findFirst()
                    .orElseThrow();
            assertThat(FACTS).filteredOn(others(rule, part)::holds).allMatch((Fact fact) -> part.holds(fact));
        } else if (finding.code() == Code.SAME_RULE) {
            var other = rules.stream()
                    .filter(r -> finding.message().contains(" " + r.id() + " "))
                    .findFirst()
                    .orElseThrow();
            assertThat(FACTS)
                    .allMatch(fact ->
                            rule.condition().holds(fact) == other.condition().holds(fact));
        }
    }

    private static Condition others(Rule rule, Condition part) {
        var others = new ArrayList<>(rule.condition().parts());
        others.removeIf(p -> p == part);
        return new Condition.All(others);
    }
}
