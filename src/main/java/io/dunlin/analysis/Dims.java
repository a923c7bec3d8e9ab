package io.dunlin.analysis;

import io.dunlin.analysis.Dim.Kind;
import io.dunlin.language.Field;
import io.dunlin.language.Words;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every dim of one kind of fact. What is not listed here as bounded is taken to have every value of its type. */
final class Dims {
    private static final long MOST_MONEY = 1_000_000_000_000_000_000L;
    private static final long MOST_TEXTS = 1_000_000L;
    private static final Set<String> SIGNED = Set.of("daysOverdue", "daysUntilDue");
    private static final Set<String> KNOWN_NUMBERS = Set.of(
            "daysSinceIssue",
            "workingDaysOverdue",
            "delinquentDays",
            "promises",
            "daysSinceInstalmentMissed",
            "daysDisputed",
            "reminderLevel",
            "daysSinceLastAction",
            "unansweredAttempts",
            "bankDataAge",
            "overdueInvoices",
            "oldestDaysOverdue",
            "settledInvoices",
            "averageDaysLate",
            "brokenPromises",
            "lateDisputes",
            "daysSinceContact",
            "contactsLast7Days",
            "contactsLast30Days",
            "unansweredLast30Days",
            "payerDaysOverdue",
            "chargeLevel");
    private static final Set<String> KNOWN_AMOUNTS = Set.of(
            "amount",
            "balance",
            "disputedAmount",
            "claimedDeduction",
            "matchedDeduction",
            "promisedAmount",
            "inTransit",
            "openAmount",
            "collectable",
            "missedInstalments",
            "goodsResaleValue",
            "exposure",
            "overdueTotal",
            "collectableTotal",
            "unallocated");
    private static final Set<String> NEVER_MISSING = Set.of(
            "id",
            "country",
            "currency",
            "debtorType",
            "sizeClass",
            "promiseState",
            "issued",
            "action",
            "channel",
            "stage");

    private final Class<? extends Fact> fact;
    private final List<Dim> all = new ArrayList<>();
    private List<Dim> ordinaryFirst = List.of();
    private final Map<String, Dim> byKey = new LinkedHashMap<>();

    Dims(Class<? extends Fact> fact) {
        this.fact = fact;
        Words.fields(fact).values().forEach(field -> add("", field));
    }

    private void add(String owner, Field field) {
        var path = owner + field.name();
        if (!Fact.class.isAssignableFrom(field.type())) {
            if (field.isSet()) {
                for (var element : field.element().getEnumConstants()) {
                    make(key(path, element), Kind.MEMBER, path, element, missable(path, Values.range(0, 1)));
                }
            } else {
                make(path, kind(field), path, null, universe(path, field));
            }
        } else if (!path.equals("invoice.customer")) {
            Words.fields(field.type()).values().forEach(inner -> add(path + ".", inner));
        }
    }

    private Dim make(String key, Kind kind, String path, Object element, Values universe) {
        var field = Words.field(fact, path).orElse(null);
        var dim = new Dim(all.size(), kind, path, field, element, universe, new ArrayList<>());
        all.add(dim);
        byKey.put(key, dim);
        return dim;
    }

    private static String key(String path, Object element) {
        return path + " contains " + element;
    }

    Class<? extends Fact> fact() {
        return fact;
    }

    List<Dim> all() {
        return all;
    }

    /** What is ordinarily nothing comes first, so that it stays nothing where it can. */
    List<Dim> ordinaryFirst() {
        if (ordinaryFirst.size() < all.size()) {
            ordinaryFirst = all.stream()
                    .sorted(Comparator.comparing((Dim dim) -> Math.abs(Math.max(Ordinary.of(dim), -1))))
                    .toList();
        }
        return ordinaryFirst;
    }

    Dim at(String path) {
        return byKey.get(path);
    }

    Dim member(String path, Object element) {
        return byKey.get(key(path, element));
    }

    /** A comparison that nothing is known of but that it is true or not, the same wherever it is written. */
    Dim opaque(String comparison) {
        var known = byKey.get("? " + comparison);
        return known != null ? known : make("? " + comparison, Kind.OPAQUE, comparison, null, Values.range(0, 1));
    }

    private static Kind kind(Field field) {
        if (field.isNumber()) {
            return Kind.NUMBER;
        }
        if (field.type() == BigDecimal.class) {
            return Kind.MONEY;
        }
        if (field.type() == boolean.class) {
            return Kind.YES_NO;
        }
        if (field.unit() == Unit.DATE) {
            return Kind.DATE;
        }
        return field.type().isEnum() ? Kind.WORD : Kind.TEXT;
    }

    private Values universe(String path, Field field) {
        var name = field.name();
        var values =
                switch (kind(field)) {
                    case NUMBER -> numbers(name, field);
                    case MONEY -> Values.range(KNOWN_AMOUNTS.contains(name) ? 0 : -MOST_MONEY, MOST_MONEY);
                    case YES_NO -> Values.range(0, 1);
                    case DATE -> Values.of(0);
                    case WORD -> Values.range(0, field.type().getEnumConstants().length - 1L);
                    default -> Values.range(0, MOST_TEXTS);
                };
        boolean always = field.type().isPrimitive() || NEVER_MISSING.contains(name) || KNOWN_AMOUNTS.contains(name);
        return always ? missable(path, values) : values.or(Values.of(Values.MISSING));
    }

    private static Values numbers(String name, Field field) {
        if (field.unit() == Unit.PERCENT) {
            return Values.range(0, 100);
        }
        if (SIGNED.contains(name)) {
            return Values.range(-Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
        return Values.range(KNOWN_NUMBERS.contains(name) ? 0 : Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An outcome may concern the customer as a whole; then there is no invoice. */
    private Values missable(String path, Values values) {
        return fact == Outcome.class && path.startsWith("invoice.") ? values.or(Values.of(Values.MISSING)) : values;
    }

    /** Where an invoice's fields stand for this kind of fact; null where it has none. */
    String invoice() {
        return fact == Invoice.class ? "" : fact == Outcome.class ? "invoice." : null;
    }
}
