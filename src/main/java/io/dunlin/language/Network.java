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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Rules as Drools wants them. Drools evaluates a test once for all rules that begin alike, so each rule's tests are put in
 * the order of how many rules share them: most facts then fail a few tests that stand for many rules. Where many rules want
 * one word or number each of the same field, one look-up stands for all their tests. Nobody who writes rules has to care.
 */
final class Network {
    /** Drools does not look up among fewer. */
    private static final int WORTH_LOOKING_UP = 3;

    /**
     * A test and the name under which Drools shares it.
     *
     * @param field whose value is looked up, null where it has to be tested
     * @param wanted the value
     */
    private record Test(String key, Predicate<Fact> predicate, Field field, Object wanted) {
        Test(String key, Predicate<Fact> predicate) {
            this(key, predicate, null, null);
        }
    }

    /** How many rules want which values of a field. */
    private static final class Wanted {
        private final Set<Object> values = new HashSet<>();
        private final int index;
        private int rules;

        Wanted(int index) {
            this.index = index;
        }

        boolean isLookedUp() {
            return values.size() >= WORTH_LOOKING_UP;
        }
    }

    private final String name;
    private final Global<Compiled.Firings> sink;
    private final Map<Class<?>, Map<String, Integer>> users = new HashMap<>();
    private final Map<Class<?>, Map<String, Wanted>> wanted = new HashMap<>();

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
        var fields = wanted.computeIfAbsent(rule.fact(), fact -> new HashMap<>());
        tests(rule).forEach((key, test) -> {
            counts.merge(key, 1, Integer::sum);
            if (test.field() != null) {
                var its = fields.computeIfAbsent(test.field().name(), name -> new Wanted(fields.size()));
                its.values.add(test.wanted());
                its.rules++;
            }
        });
    }

    /** How it is looked up among the tests of other rules; null where it is not. */
    private Wanted lookUp(Rule rule, Test test) {
        var its = test.field() == null
                ? null
                : wanted.get(rule.fact()).get(test.field().name());
        return its != null && its.isLookedUp() ? its : null;
    }

    /** How many rules are spared a test of their own. */
    private int weight(Rule rule, Test test) {
        var lookUp = lookUp(rule, test);
        return lookUp == null ? users.get(rule.fact()).get(test.key()) : lookUp.rules;
    }

    @SuppressWarnings("unchecked")
    private org.drools.model.Rule build(Rule rule) {
        var variable = (Variable<Fact>) DSL.declarationOf(rule.fact(), "$" + rule.id());
        PatternDef<Fact> pattern = pattern(variable);
        for (var test : ordered(rule)) {
            pattern = add(pattern, test, lookUp(rule, test));
        }
        return rule(name, rule.id())
                .build(pattern, on(sink, variable).execute((firings, fact) -> firings.add(rule, fact)));
    }

    private static PatternDef<Fact> add(PatternDef<Fact> pattern, Test test, Wanted lookUp) {
        if (lookUp == null) {
            return pattern.expr(test.key(), test.predicate()::test);
        }
        var reader = test.field().reader();
        var index = PatternDSL.<Fact, Object>alphaIndexedBy(
                Object.class, Index.ConstraintType.EQUAL, lookUp.index, reader::apply, test.wanted());
        return pattern.expr(test.key(), test.predicate()::test, index);
    }

    private List<Test> ordered(Rule rule) {
        var counts = users.get(rule.fact());
        var tests = new ArrayList<>(tests(rule).values());
        var written = rule.condition().parts().stream().map(Network::key).toList();
        // An implied test that nobody shares is one test too many.
        tests.removeIf(test -> counts.get(test.key()) == 1 && !written.contains(test.key()));
        tests.sort(Comparator.comparingInt((Test test) -> -weight(rule, test)).thenComparing(Test::key));
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
                tests.put(comparison.key(), test(comparison));
            } else {
                tests.put(key(part), test(part));
            }
        }
        return tests;
    }

    private static Test test(Comparison comparison) {
        var value = comparison.operator() == Operator.EQUAL ? comparison.operand() : null;
        return value instanceof Operand.Literal literal && isWordOrNumber(literal.value())
                ? new Test(comparison.key(), comparison.test(), comparison.field(), literal.value())
                : new Test(comparison.key(), comparison.test());
    }

    /** One word after the other is one list of them. */
    private static Test test(Condition part) {
        var words = part instanceof Condition.Any any ? words(any) : null;
        return new Test(key(part), words == null ? part::holds : words);
    }

    private static Predicate<Fact> words(Condition.Any any) {
        var values = new HashSet<Object>();
        Field field = null;
        for (var part : any.parts()) {
            var test = part instanceof Comparison comparison ? test(comparison) : null;
            if (test == null
                    || test.field() == null
                    || field != null && !field.name().equals(test.field().name())) {
                return null;
            }
            field = test.field();
            values.add(test.wanted());
        }
        return field == null ? null : Tests.test(field, Operator.IN, new Operand.OneOf(values));
    }

    /** Of which two are equal just where Java says so, which it does not of amounts. */
    private static boolean isWordOrNumber(Object value) {
        return value instanceof String || value instanceof Integer || value instanceof Enum<?>;
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
