package io.dunlin.engine;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The policies tests decide with: the shipped ones, and small ones written in the test itself. */
public final class Policies {
    public static final List<String> SHIPPED = List.of("standard", "small-business", "relationship");

    /** Every step there is, mildest first, so that a rule may propose what it likes. */
    private static final String LADDER = """
            ladder: [ASSIGN_COLLECTOR, CONFIRM_BILLING_CONTACT, ALLOCATE_CASH, VERIFY_DEDUCTION, RESOLVE_DISPUTE,
              RESEND_INVOICE, PRE_DUE_CONTACT, REMINDER, LATE_CHARGE, OFFER_PAYMENT_METHOD, CALL, PLAN_FOLLOW_UP,
              SALES_INVOLVEMENT, CREDIT_HOLD, REPOSSESSION_OFFER, LAW_FIRM_LETTER, AGENCY_REFERRAL, LAWSUIT, WRITE_OFF]
            """;

    private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();
    private static final Map<String, Decider> DECIDERS = new ConcurrentHashMap<>();

    private Policies() {}

    /** A strategy of {@code rules/} with the shipped guard. */
    public static Decider shipped(String strategy) {
        return DECIDERS.computeIfAbsent(strategy, name -> new Decider(compiled(name), compiled("guard")));
    }

    /** Rules as {@code id: condition -> call}, nothing guarding them, so that what is seen is the engine alone. */
    public static Decider tiny(String... rules) {
        return DECIDERS.computeIfAbsent(String.join("\n", rules), key -> new Decider(tinyStrategy(rules), guard()));
    }

    static Compiled tinyStrategy(String... rules) {
        return compile("tiny", manifest("tiny") + LADDER, rules);
    }

    static Compiled guard(String... rules) {
        return compile("guard", manifest("guard"), rules);
    }

    public static Compiled compiled(String name) {
        return COMPILED.computeIfAbsent(name, n -> {
            try {
                return StrategyCompiler.compile(StrategyFiles.read(Path.of("rules", n)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (StrategyRefused e) {
                throw new AssertionError(e.getMessage(), e);
            }
        });
    }

    private static String manifest(String name) {
        return "name: " + name + "\npurpose: a test\n";
    }

    private static Compiled compile(String name, String manifest, String... rules) {
        var drl = new StringBuilder("package " + name + ";\nimport io.dunlin.vocabulary.*;\n");
        for (int i = 0; i < rules.length; i++) {
            var parts = rules[i].split(" -> ", 2);
            drl.append("rule \"T%d test rule\"\n@owner( test )\nwhen\n    %s\nthen\n    %s\nend\n"
                    .formatted(i + 1, parts[0], parts[1]));
        }
        try {
            return StrategyCompiler.compile(new StrategyFiles(
                    name, new java.util.TreeMap<>(Map.of("strategy.yaml", manifest, "t.drl", drl.toString()))));
        } catch (StrategyRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
