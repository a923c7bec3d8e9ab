package io.dunlin.precedent;

import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything rules ask about a customer or an invoice, by field. Whether two cases are the same is
 * decided by these questions, so a question that cannot be answered from a {@link Dossier} is an objection to the
 * whole shortcut.
 */
final class Questions {
    /** Who asks: the same field of the customer matters to an invoice only if a rule about invoices looks at it. */
    enum Asker {
        CUSTOMER,
        INVOICE
    }

    /** Two amounts of the customer compared with each other. */
    record Pair(String field, Comparison comparison, String other) {}

    /** A question about master data, as the rule puts it to its own kind of fact. */
    record Profile(Class<?> fact, Comparison comparison) {}

    private static final String CUSTOMER = "customer.";
    private static final Set<String> CUSTOMER_NUMBERS = Set.of(
            "exposure",
            "overdueTotal",
            "collectableTotal",
            "overdueInvoices",
            "oldestDaysOverdue",
            "settledInvoices",
            "averageDaysLate",
            "latePercent",
            "daysSinceContact",
            "contactsLast7Days",
            "contactsLast30Days",
            "bankDataAge");
    private static final Set<String> CUSTOMER_MASTER_DATA = Set.of(
            "id",
            "name",
            "country",
            "currency",
            "debtorType",
            "group",
            "segment",
            "salesperson",
            "collector",
            "billingContactConfirmed",
            "preferredChannel",
            "creditLimit",
            "creditHold",
            "insolvent",
            "doNotContact");
    /** Part of every case as they are, or the same for every account that can be a {@link Dossier}. */
    private static final Set<String> CUSTOMER_COVERED = Set.of(
            "workingDay",
            "sizeClass",
            "habitualLatePayer",
            "recentlyDone",
            "unallocated",
            "brokenPromises",
            "lateDisputes",
            "unansweredLast30Days",
            "answersOn",
            "payer",
            "payerDaysOverdue",
            "payerOverdueTotal",
            "payerInsolvent",
            "payerDoNotContact",
            "payerCreditHold");

    private static final Set<String> CUSTOMER_CONSTANT = Set.of(
            "unallocated",
            "brokenPromises",
            "lateDisputes",
            "unansweredLast30Days",
            "answersOn",
            "payer",
            "payerDaysOverdue",
            "payerOverdueTotal",
            "payerInsolvent",
            "payerDoNotContact",
            "payerCreditHold");
    private static final Set<String> INVOICE_MONEY = Set.of("amount", "balance", "openAmount", "collectable");
    private static final Set<String> INVOICE_NUMBERS = Set.of(
            "amount",
            "balance",
            "openAmount",
            "collectable",
            "daysOverdue",
            "workingDaysOverdue",
            "delinquentDays",
            "daysUntilDue",
            "daysSinceIssue",
            "daysSinceLastAction");
    private static final Set<String> INVOICE_COVERED = Set.of(
            "currency",
            "delivered",
            "disputedAmount",
            "claimedDeduction",
            "matchedDeduction",
            "promisedAmount",
            "inTransit",
            "promiseState",
            "promises",
            "onPlan",
            "daysSinceInstalmentMissed",
            "missedInstalments",
            "daysDisputed",
            "reminderLevel",
            "lastAction",
            "stepsDone",
            "unansweredAttempts",
            "chargeLevel",
            "principalOpen",
            "goodsReturnable",
            "retentionOfTitle",
            "goodsResaleValue");
    private static final Set<String> OUTCOME_ITSELF =
            Set.of("action", "level", "channel", "contact", "claimsMoney", "stage");
    private static final Set<String> AMOUNTS = Set.of("exposure", "overdueTotal", "collectableTotal", "creditLimit");

    private final Map<String, List<Comparison>> ofInvoice = new HashMap<>();
    private final Map<Asker, Map<String, List<Comparison>>> ofCustomer =
            Map.of(Asker.CUSTOMER, new HashMap<>(), Asker.INVOICE, new HashMap<>());
    private final Map<Asker, List<Profile>> profile =
            Map.of(Asker.CUSTOMER, new ArrayList<>(), Asker.INVOICE, new ArrayList<>());
    private final List<Pair> pairs = new ArrayList<>();
    private final Set<String> objections = new TreeSet<>();

    Questions(List<Rule> rules) {
        rules.forEach(this::read);
    }

    /**
     * Whether an invoice's money, what was done to it or master data answer it, or it is the same for every account that
     * fits a dossier.
     *
     * @param field as a rule about invoices names it
     */
    static boolean isKnown(String field) {
        var ofCustomer = field.startsWith(CUSTOMER) ? field.substring(CUSTOMER.length()) : null;
        return ofCustomer == null
                ? INVOICE_COVERED.contains(field) || INVOICE_MONEY.contains(field)
                : CUSTOMER_MASTER_DATA.contains(ofCustomer) || CUSTOMER_CONSTANT.contains(ofCustomer);
    }

    /** Whether it is the same for every account that fits a dossier, as a rule about customers names it. */
    static boolean isConstant(String field) {
        return CUSTOMER_CONSTANT.contains(field);
    }

    /** Why the shortcut cannot be taken, a sentence for each reason; empty where it can. */
    Set<String> objections() {
        return objections;
    }

    List<Comparison> ofInvoice(String field) {
        return ofInvoice.getOrDefault(field, List.of());
    }

    List<Comparison> ofCustomer(Asker asker, String field) {
        return ofCustomer.get(asker).getOrDefault(field, List.of());
    }

    boolean asksOfInvoice(String field) {
        return ofInvoice.containsKey(field);
    }

    boolean asksOfCustomer(Asker asker, String field) {
        return ofCustomer.get(asker).containsKey(field);
    }

    List<Profile> profile(Asker asker) {
        return profile.get(asker);
    }

    List<Pair> pairs() {
        return pairs;
    }

    private void read(Rule rule) {
        rule.condition().comparisons().forEach(comparison -> {
            var name = comparison.field().name();
            if (rule.fact() == Customer.class) {
                ofCustomer(rule, comparison, name, Set.of(Asker.CUSTOMER));
            } else if (rule.fact() == Invoice.class) {
                underInvoice(rule, comparison, name, Set.of(Asker.INVOICE));
            } else if (name.startsWith("invoice.")) {
                underInvoice(rule, comparison, name.substring("invoice.".length()), Set.of(Asker.values()));
            } else if (name.startsWith(CUSTOMER)) {
                ofCustomer(rule, comparison, name.substring(CUSTOMER.length()), Set.of(Asker.values()));
            } else if (!OUTCOME_ITSELF.contains(name)
                    || rule.fact() != Outcome.class
                    || comparison.operand() instanceof Operand.Other) {
                object(rule, comparison);
            }
        });
    }

    private void underInvoice(Rule rule, Comparison comparison, String name, Set<Asker> askers) {
        if (name.startsWith(CUSTOMER)) {
            ofCustomer(rule, comparison, name.substring(CUSTOMER.length()), askers);
        } else if (comparison.operand() instanceof Operand.Other) {
            object(rule, comparison);
        } else if (INVOICE_NUMBERS.contains(name)) {
            ofInvoice.computeIfAbsent(name, field -> new ArrayList<>()).add(comparison);
        } else if (!INVOICE_COVERED.contains(name)) {
            object(rule, comparison);
        }
    }

    private void ofCustomer(Rule rule, Comparison comparison, String name, Set<Asker> askers) {
        if (comparison.operand() instanceof Operand.Other other) {
            pair(rule, comparison, name, last(other.field().name()));
        } else if (CUSTOMER_NUMBERS.contains(name)) {
            askers.forEach(asker -> ofCustomer
                    .get(asker)
                    .computeIfAbsent(name, field -> new ArrayList<>())
                    .add(comparison));
        } else if (CUSTOMER_MASTER_DATA.contains(name)) {
            askers.forEach(asker -> profile.get(asker).add(new Profile(rule.fact(), comparison)));
        } else if (CUSTOMER_COVERED.contains(name)) {
            askers.forEach(asker -> ofCustomer.get(asker).computeIfAbsent(name, field -> new ArrayList<>()));
        } else {
            object(rule, comparison);
        }
    }

    private void pair(Rule rule, Comparison comparison, String name, String other) {
        if (AMOUNTS.contains(name) && AMOUNTS.contains(other)) {
            pairs.add(new Pair(name, comparison, other));
        } else {
            object(rule, comparison);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private void object(Rule rule, Comparison comparison) {
        objections.add(rule.id() + " (" + rule.file() + ":" + comparison.line() + ") asks `" + comparison.text()
                + "`, which only plain evaluation answers");
    }
}
