package io.dunlin.simulation;

import io.dunlin.book.Contact;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step that a strategy recommended and that counts as carried out the same day.
 *
 * @param approval who would have had to agree; taken as agreed the same day
 * @param invoices every invoice it speaks of; empty where it is about the customer as a whole
 * @param steps what it is for the ladder of each of them
 * @param rules that asked for it, and guard rules that attached something to it
 */
public record Done(
        LocalDate on,
        Action action,
        int level,
        Channel channel,
        Role owner,
        Role approval,
        List<String> invoices,
        List<Contact.Step> steps,
        Map<String, BigDecimal> asks,
        List<String> rules) {

    /** Whether the customer notices it. */
    public boolean isContact() {
        return action.isContact();
    }

    /** Everything a decision wants done: the one contact, and the work inside the house. */
    static List<Done> of(Decision decision, Set<String> handedOver) {
        var all = new ArrayList<Done>();
        var day = decision.asOf();
        if (decision.customer().action().isContact()) {
            all.add(of(day, decision.customer(), decision.customer().invoices()));
        }
        for (var invoice : decision.invoices()) {
            inside(day, invoice.verdict(), List.of(invoice.id()), handedOver, all);
        }
        for (var task : decision.tasks()) {
            inside(day, task, List.of(), handedOver, all);
        }
        return all;
    }

    /** What goes to a person stays with that person: it is counted once, not every day until somebody decides. */
    private static void inside(
            LocalDate day, Verdict verdict, List<String> invoices, Set<String> handedOver, List<Done> all) {
        var action = verdict.action();
        var about = invoices.isEmpty() ? "" : invoices.get(0);
        if (action == Action.NO_ACTION
                || action.isContact()
                || (action == Action.NEEDS_HUMAN && !handedOver.add(about))) {
            return;
        }
        all.add(of(day, verdict, invoices));
    }

    private static Done of(LocalDate day, Verdict v, List<String> invoices) {
        var steps = v.steps().stream()
                .map(s -> new Contact.Step(s.invoice(), s.action(), s.level()))
                .toList();
        var rules = v.reasons().stream().map(reason -> reason.rule()).toList();
        return new Done(
                day, v.action(), v.level(), v.channel(), v.owner(), v.approval(), invoices, steps, v.asks(), rules);
    }

    /** The same step on the same day; which rule asked for it does not matter. */
    boolean isSameStep(Done other) {
        return on.equals(other.on) && action == other.action && level == other.level && channel == other.channel;
    }

    boolean isSame(Done other) {
        return isSameStep(other) && invoices.equals(other.invoices);
    }

    /** As a record says it by itself, for a fraction of the time. */
    private static String row(List<Contact.Step> steps) {
        var row = new StringBuilder("[");
        for (var step : steps) {
            row.append(row.length() == 1 ? "Step[invoice=" : ", Step[invoice=")
                    .append(step.invoice())
                    .append(", action=")
                    .append(step.action())
                    .append(", level=")
                    .append(step.level())
                    .append(']');
        }
        return row.append(']').toString();
    }

    /** On one line and always the same way: what results are compared and hashed by. */
    String row() {
        var amounts = new StringBuilder();
        asks.forEach((currency, amount) -> amounts.append(currency)
                .append(amount.stripTrailingZeros().toPlainString())
                .append(' '));
        return String.join(
                "|",
                on.toString(),
                action.name(),
                Integer.toString(level),
                String.valueOf(channel),
                String.valueOf(owner),
                String.valueOf(approval),
                invoices.toString(),
                row(steps),
                amounts,
                rules.toString());
    }
}
