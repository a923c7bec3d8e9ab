package io.dunlin.report;

import io.dunlin.simulation.Arm;
import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.RuleHits;
import java.util.ArrayList;
import java.util.List;

/** Which rules did something, and which never. */
final class RuleSection {
    private final Comparison c;

    RuleSection(Comparison comparison) {
        this.c = comparison;
    }

    Table effects() {
        var table = new Table.Builder(
                c.effectsNote() == null ? "" : c.effectsNote(),
                1,
                "change",
                "invoices changed",
                "customers",
                "contacts",
                "cost " + c.manifest().prices().currency());
        for (var effect : c.effects()) {
            table.row(
                    effect.change(),
                    Words.count(effect.changedInvoices()),
                    Words.count(effect.changedCustomers()),
                    Words.signed(java.math.BigDecimal.valueOf(effect.contacts())),
                    Words.signed(effect.cost()));
        }
        return table.build();
    }

    Table table() {
        var table = new Table.Builder(
                "",
                3,
                "strategy",
                "rule",
                "",
                "customers it spoke about",
                "steps it caused",
                "first differences it decided");
        for (var rule : c.rules()) {
            table.marked(
                    rule.fired() == 0 ? "never" : "",
                    rule.strategy().word() + (rule.guard() ? ", guard" : ""),
                    rule.rule() + " " + rule.title(),
                    rule.fired() == 0 ? "never fired" : rule.won() == 0 && !rule.guard() ? "never won" : "",
                    Words.count(rule.fired()),
                    Words.count(rule.won()),
                    Words.count(rule.changes()));
        }
        return table.build();
    }

    List<String> silent() {
        var sentences = new ArrayList<String>();
        for (var arm : Arm.values()) {
            var own = c.rules().stream()
                    .filter(rule -> rule.strategy() == arm && !rule.guard())
                    .toList();
            var never =
                    own.stream().filter(RuleHits::isNever).map(RuleHits::rule).toList();
            var beaten = own.stream()
                    .filter(rule -> !rule.isNever() && rule.won() == 0)
                    .map(RuleHits::rule)
                    .toList();
            var name = c.strategies().get(arm.word()).name();
            sentences.add(name + ": " + never.size() + " of " + own.size() + " rules never fired on this portfolio"
                    + (never.isEmpty() ? "" : " (" + String.join(", ", never) + ")") + ", " + beaten.size()
                    + " fired and never won" + (beaten.isEmpty() ? "" : " (" + String.join(", ", beaten) + ")") + ".");
        }
        return sentences;
    }
}
