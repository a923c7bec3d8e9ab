package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Stage;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What one strategy did, added up. */
final class Side {
    final Map<Action, Long> steps = new EnumMap<>(Action.class);
    final Map<Action, BigDecimal> costs = new EnumMap<>(Action.class);
    final Map<Action, Sum> invoices = new EnumMap<>(Action.class);
    final Map<Stage, Sum> openAtStage = new EnumMap<>(Stage.class);
    final TreeMap<LocalDate, Map<Role, Long>> workload = new TreeMap<>();
    final TreeMap<Integer, Long> contactsPerCustomer = new TreeMap<>();
    final TreeMap<Integer, Long> daysToFirstContact = new TreeMap<>();
    final TreeMap<String, Sum> untouched = new TreeMap<>();
    final TreeMap<String, Long> fired = new TreeMap<>();
    final TreeMap<String, Long> won = new TreeMap<>();
    final TreeMap<String, Long> decidedChanges = new TreeMap<>();
    final Map<Violation.Kind, Long> violations = new EnumMap<>(Violation.Kind.class);
    long contacts;
    long letters;
    long needlessLetters;
    long needlessContacts;
    long approvals;

    void merge(Side other) {
        other.steps.forEach((key, count) -> steps.merge(key, count, Long::sum));
        other.costs.forEach((key, cost) -> costs.merge(key, cost, BigDecimal::add));
        other.invoices.forEach((key, sum) -> invoices.merge(key, sum, Sum::plus));
        other.openAtStage.forEach((key, sum) -> openAtStage.merge(key, sum, Sum::plus));
        other.workload.forEach(
                (day, roles) -> roles.forEach((role, count) -> work(day).merge(role, count, Long::sum)));
        other.contactsPerCustomer.forEach((key, count) -> contactsPerCustomer.merge(key, count, Long::sum));
        other.daysToFirstContact.forEach((key, count) -> daysToFirstContact.merge(key, count, Long::sum));
        other.untouched.forEach((key, sum) -> untouched.merge(key, sum, Sum::plus));
        other.fired.forEach((key, count) -> fired.merge(key, count, Long::sum));
        other.won.forEach((key, count) -> won.merge(key, count, Long::sum));
        other.decidedChanges.forEach((key, count) -> decidedChanges.merge(key, count, Long::sum));
        other.violations.forEach((key, count) -> violations.merge(key, count, Long::sum));
        contacts += other.contacts;
        letters += other.letters;
        needlessLetters += other.needlessLetters;
        needlessContacts += other.needlessContacts;
        approvals += other.approvals;
    }

    Map<Role, Long> work(LocalDate day) {
        return workload.computeIfAbsent(day, any -> new EnumMap<>(Role.class));
    }

    BigDecimal cost() {
        return costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
