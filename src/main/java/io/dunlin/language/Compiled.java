package io.dunlin.language;

import static org.drools.model.PatternDSL.globalOf;

import io.dunlin.vocabulary.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A strategy ready to run on the Drools engine. Safe to share between threads. */
public final class Compiled {
    private static final String SINK = "fired";
    /** Thousands of times what a strategy at the bounds of size takes: whoever gets there is not deciding any more. */
    private static final Duration FIRING = Duration.ofSeconds(5);

    private static final Duration PER_FACT = Duration.ofMillis(5);

    private final StrategyFiles files;
    private final String version;
    private final Manifest manifest;
    private final List<Rule> rules;
    private final List<Diagnostic> warnings;
    private final Map<Class<?>, List<Condition.Comparison>> comparisons;
    private final KieBase base;
    /** A session belongs to one thread at a time; making one costs more than a decision. */
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    /** One rule that matched one fact. */
    public record Firing(Rule rule, Fact fact) {}

    Compiled(StrategyFiles files, Manifest manifest, List<Rule> rules, List<Diagnostic> warnings) {
        this.files = files;
        this.version = files.version();
        this.manifest = manifest;
        this.rules = rules;
        this.warnings = warnings;
        this.comparisons = comparisons(rules);
        this.base = KieBaseBuilder.createKieBaseFromModel(
                Network.of(manifest.name(), globalOf(Firings.class, manifest.name(), SINK), rules));
    }

    /** The same strategy with other rules: to try what one of them does. */
    public Compiled withRules(List<Rule> others) {
        return new Compiled(files, manifest, List.copyOf(others), List.of());
    }

    /** Every rule that matches, ordered by fact and rule id. Stopped where it takes far longer than any strategy should. */
    public List<Firing> fire(Collection<? extends Fact> facts) {
        try {
            return fire(facts, Deadline.of(FIRING.plus(PER_FACT.multipliedBy(facts.size()))));
        } catch (Deadline.Passed e) {
            throw new StrategyStopped(name(), e.getMessage());
        }
    }

    List<Firing> fire(Collection<? extends Fact> facts, Deadline deadline) {
        if (facts.isEmpty() || rules.isEmpty()) {
            return List.of();
        }
        var pooled = idle.poll();
        var session = pooled == null ? base.newKieSession() : pooled;
        boolean good = false;
        try {
            var fired = run(session, facts, deadline);
            good = true;
            return fired;
        } finally {
            // Only a session that ended well goes back; one that threw may still hold facts.
            if (good) {
                idle.add(session);
            } else {
                session.dispose();
            }
        }
    }

    private List<Firing> run(KieSession session, Collection<? extends Fact> facts, Deadline deadline) {
        var firings = new Firings(facts.size(), deadline);
        session.setGlobal(SINK, firings);
        var handles = new ArrayList<FactHandle>(facts.size());
        for (var fact : facts) {
            deadline.look();
            handles.add(session.insert(fact));
        }
        session.fireAllRules(rules.size() * facts.size() + 1);
        handles.forEach(session::delete);
        return firings.sorted();
    }

    /** Which of all comparisons in rules about this kind of fact hold: equal sets mean that the same rules fire. */
    public BitSet truths(Fact fact) {
        var list = comparisons.getOrDefault(fact.getClass(), List.of());
        var truths = new BitSet(list.size());
        for (int i = 0; i < list.size(); i++) {
            truths.set(i, list.get(i).holds(fact));
        }
        return truths;
    }

    private static Map<Class<?>, List<Condition.Comparison>> comparisons(List<Rule> rules) {
        var byFact = new HashMap<Class<?>, Map<String, Condition.Comparison>>();
        for (var rule : rules) {
            var distinct = byFact.computeIfAbsent(rule.fact(), fact -> new LinkedHashMap<>());
            rule.condition().comparisons().forEach(c -> distinct.putIfAbsent(c.key(), c));
        }
        var lists = new HashMap<Class<?>, List<Condition.Comparison>>();
        byFact.forEach((fact, distinct) -> lists.put(fact, List.copyOf(distinct.values())));
        return lists;
    }

    public String name() {
        return manifest.name();
    }

    public String version() {
        return version;
    }

    public StrategyFiles files() {
        return files;
    }

    public Manifest manifest() {
        return manifest;
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** Where a run's firings are collected; the one global of every session. */
    public static final class Firings {
        /** Drools fires in an order of its own; nobody after us shall depend on it. */
        private static final Comparator<Firing> ORDER = Comparator.comparing(
                        (Firing firing) -> firing.fact().id())
                .thenComparing(firing -> firing.fact().currency())
                .thenComparing(firing -> firing.rule().id());

        private final List<Firing> list;

        private final Deadline deadline;

        Firings(int facts, Deadline deadline) {
            list = new ArrayList<>(facts);
            this.deadline = deadline;
        }

        void add(Rule rule, Fact fact) {
            deadline.look();
            list.add(new Firing(rule, fact));
        }

        List<Firing> sorted() {
            list.sort(ORDER);
            return list;
        }
    }
}
