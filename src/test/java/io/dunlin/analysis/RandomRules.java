package io.dunlin.analysis;

import io.dunlin.language.StrategyFiles;
import io.dunlin.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Strategies of a few rules over a few fields, close enough to each other to get in each other's way. */
final class RandomRules {
    private static final List<String> FIELDS = List.of(
            "daysOverdue @ 10",
            "daysOverdue @ late",
            "reminderLevel @ 1",
            "reminderLevel @ 2",
            "collectable @ 0",
            "collectable @ small",
            "collectable @ big",
            "balance @ small",
            "balance @ big",
            "disputedAmount @ 0",
            "promises @ 1",
            "daysSinceLastAction @ 7",
            "customer.exposure @ customer.creditLimit",
            "collectable @ balance",
            "customer.brokenPromises @ promises");
    private static final List<String> WORDS = List.of(
            "onPlan",
            "delivered",
            "customer.creditHold",
            "customer.sizeClass == A",
            "customer.sizeClass != A",
            "customer.sizeClass in ( A, B )",
            "customer.debtorType not in ( COMPANY, UNKNOWN )",
            "customer.country == \"DE\"",
            "customer.country in ( \"DE\", \"GB\" )",
            "customer.salesperson == null",
            "lastAction != CALL",
            "lastAction == null",
            "promiseState in ( BROKEN, PARTLY_KEPT )",
            "stepsDone contains CALL",
            "stepsDone not contains CALL",
            "stepsDone contains REMINDER",
            "due != null");
    private static final List<Action> ACTIONS = List.of(
            Action.REMINDER,
            Action.CALL,
            Action.OFFER_PAYMENT_PLAN,
            Action.OFFER_PAYMENT_METHOD,
            Action.RESOLVE_DISPUTE);

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    StrategyFiles strategy() {
        var rules = IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(this::rule)
                .collect(Collectors.joining());
        var manifest = """
                name: random
                purpose: none
                ladder: [ RESOLVE_DISPUTE, REMINDER, CALL, [ OFFER_PAYMENT_PLAN, OFFER_PAYMENT_METHOD ] ]
                parameters:
                  late: { value: 14, unit: days, meaning: "x" }
                  small: { value: 25.00, unit: EUR, meaning: "x" }
                  big: { value: 1000.00, unit: EUR, meaning: "x" }
                """;
        return new StrategyFiles("random", new TreeMap<>(Map.of(StrategyFiles.MANIFEST, manifest, "r.drl", rules)));
    }

    private String rule(int number) {
        var action = one(ACTIONS);
        var conditions = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            conditions.add(condition(0));
        }
        return "rule \"A%d made up\" @owner( test ) when $i : Invoice( %s ) then propose( $i, %s, %d, \"x\" ); end%n"
                .formatted(number, String.join(", ", conditions), action, 1 + random.nextInt(2));
    }

    private String condition(int depth) {
        return switch (depth > 1 ? 3 + random.nextInt(7) : random.nextInt(10)) {
            case 0 -> "( " + condition(depth + 1) + " || " + condition(depth + 1) + " )";
            case 1 -> "( " + condition(depth + 1) + " && " + condition(depth + 1) + " )";
            case 2 -> "!( " + condition(depth + 1) + " )";
            case 3, 4, 5 -> one(WORDS);
            default -> one(FIELDS).replace("@", one(List.of("==", "!=", "<", "<=", ">", ">=")));
        };
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
