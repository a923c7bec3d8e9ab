package io.dunlin.language;

import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Rules as Drools wants them. Drools evaluates a test once for all rules that begin alike, so each rule's tests are put in
 * the order of how many rules share them: most facts then fail a few tests that stand for many rules.
 */
final class Network {
    /** A test and the name under which Drools shares it. */
    private record Test(String key, Predicate<Fact> predicate) {}

    private final String name;
    private final Global<Compiled.Firings> sink;
    private final Map<Class<?>, Map<String, Integer>> users = new HashMap<>();

    private Network(String name, Global<Compiled.Firings> sink) {
        this.name = name;
        this.sink = sink;
    }

    static Model of(String name, Global<Compiled.Firings> sink, List<Rule> rules) {
        var network = new Network(name, sink);
        var model = new ModelImpl();
        model.addGlobal(sink);
        rules.forEach(network::count);
        rules.forEach(rule -> model.addRule(network.build(rule)));
        return model;
    }

    private void count(Rule rule) {
        var counts = users.computeIfAbsent(rule.fact(), fact -> new HashMap<>());
        tests(rule).keySet().forEach(key -> counts.merge(key, 1, Integer::sum));
    }

    @SuppressWarnings("unchecked")
    private org.drools.model.Rule build(Rule rule) {
        var variable = (Variable<Fact>) DSL.declarationOf(rule.fact(), "$" + rule.id());
        PatternDef<Fact> pattern = pattern(variable);
        for (var test : ordered(rule)) {
            pattern = pattern.expr(test.key(), test.predicate()::test);
        }
        return rule(name, rule.id())
                .build(pattern, on(sink, variable).execute((firings, fact) -> firings.add(rule, fact)));
    }

    private List<Test> ordered(Rule rule) {
        var counts = users.get(rule.fact());
        var tests = new ArrayList<>(tests(rule).values());
        var written = rule.condition().parts().stream().map(Network::key).toList();
        // An implied test that nobody shares is one test too many.
        tests.removeIf(test -> counts.get(test.key()) == 1 && !written.contains(test.key()));
        tests.sort(
                Comparator.comparingInt((Test test) -> -counts.get(test.key())).thenComparing(Test::key));
        return tests;
    }

    private static Map<String, Test> tests(Rule rule) {
        var tests = new LinkedHashMap<String, Test>();
        for (var part : rule.condition().parts()) {
            if (part instanceof Comparison comparison) {
                if (isFloor(comparison)) {
                    // Whatever the floor, there must be something: shared by rules that differ in the floor.
                    var above = positive(comparison.field());
                    tests.put(above.key(), above);
                }
                tests.put(comparison.key(), new Test(comparison.key(), comparison.test()));
            } else {
                tests.put(key(part), new Test(key(part), part::holds));
            }
        }
        return tests;
    }

    private static boolean isFloor(Comparison comparison) {
        return (comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.MORE)
                && comparison.operand() instanceof Operand.Named named
                && named.parameter().currency() != null
                && named.parameter().value().signum() > 0;
    }

    private static Test positive(Field field) {
        var zero = new Operand.Literal(BigDecimal.ZERO);
        var key = field.name() + Operator.MORE.symbol() + zero.describe();
        return new Test(key, Tests.test(field, Operator.MORE, zero));
    }

    private static String key(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return comparison.key();
        }
        if (condition instanceof Condition.Not not) {
            return "!(" + key(not.part()) + ")";
        }
        boolean any = condition instanceof Condition.Any;
        var parts = any ? ((Condition.Any) condition).parts() : ((Condition.All) condition).parts();
        return "("
                + String.join(
                        any ? "||" : "&&", parts.stream().map(Network::key).toList()) + ")";
    }
}
