package io.dunlin.report;

import io.dunlin.simulation.Arm;
import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.Strategy;
import io.dunlin.simulation.Sum;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts a comparison into the order in which a manager reads it. */
final class Pages {
    private final Comparison c;
    private final Strategy before;
    private final Strategy after;

    Pages(Comparison comparison) {
        this.c = comparison;
        this.before = c.strategies().get(Arm.BASELINE.word());
        this.after = c.strategies().get(Arm.CANDIDATE.word());
    }

    Page page(String command) {
        var load = new LoadSection(c);
        var money = new MoneySection(c);
        var rules = new RuleSection(c);
        var assumed = AssumedSection.of(c);
        return new Page(
                before.name() + " against " + after.name(),
                verdict(),
                assumed == null ? caveat() : caveat() + " " + assumed.claim(),
                before.name(),
                after.name(),
                figures(),
                Sankey.of(c.flow()),
                flow(),
                load.charts(),
                load.table(),
                load.overloaded(),
                load.perWeek(),
                money.ageing(),
                money.ages(),
                money.cash(),
                money.cashTable(),
                money.costs(),
                money.stages(),
                assumed,
                new GroupSection(c).tables(),
                new ChangeSection(c).table(),
                new ChangeSection(c).note(),
                rules.effects(),
                rules.table(),
                rules.silent(),
                promises(),
                new ManifestSection(c, command).rows(),
                c.notes());
    }

    private String verdict() {
        return after.name() + " instead of " + before.name() + " treats " + Words.count(c.changedInvoices()) + " of "
                + Words.count(c.inPlay().count()) + " invoices differently ("
                + Words.share(c.changedInvoices(), c.inPlay().count())
                + "; " + c.currency() + " " + Words.round(c.changedAmount()) + " of "
                + Words.round(c.inPlay().amount())
                + ") at " + Words.count(c.changedCustomers()) + " customers. Contacts "
                + Words.count(before.contacts()) + " → " + Words.count(after.contacts()) + " ("
                + Words.change(BigDecimal.valueOf(before.contacts()), BigDecimal.valueOf(after.contacts()))
                + "), cost of all steps " + c.manifest().prices().currency() + " " + Words.round(before.cost()) + " → "
                + Words.round(after.cost()) + " (" + Words.change(before.cost(), after.cost()) + ").";
    }

    private String caveat() {
        return c.snapshot()
                ? "One day, " + c.to() + ". Nothing here says what happens on the days after."
                : "Days " + c.from() + " to " + c.to() + ". "
                        + (c.assumed() == null ? "Nothing here claims" : "Nothing but what rests on assumptions says")
                        + " that more money would have come in: the"
                        + " payments are those of history, under the strategy of that time.";
    }

    private Table figures() {
        var table = new Table.Builder("", 1, "", before.name(), after.name(), "change");
        row(table, "Contacts", before.contacts(), after.contacts());
        row(table, "of these letters, mails and messages", before.letters(), after.letters());
        row(table, "Needless letters (paid anyway)", before.needlessLetters(), after.needlessLetters());
        row(table, "Needless contacts of any kind", before.needlessContacts(), after.needlessContacts());
        row(table, "Steps that need approval", before.approvals(), after.approvals());
        var currency = " (" + c.manifest().prices().currency() + ")";
        table.row(
                "Cost of all steps" + currency,
                Words.money(before.cost()),
                Words.money(after.cost()),
                Words.change(before.cost(), after.cost()));
        table.row(
                "Contacts per customer, mean and most",
                mean(before.contactsPerCustomer()),
                mean(after.contactsPerCustomer()),
                "");
        table.row(
                "Days from due to first contact, median and 90th percentile",
                median(before.daysToFirstContact()),
                median(after.daysToFirstContact()),
                "");
        var old = untouched(before);
        var now = untouched(after);
        table.row(
                "Overdue invoices never touched",
                Words.count(old.count()),
                Words.count(now.count()),
                Words.change(BigDecimal.valueOf(old.count()), BigDecimal.valueOf(now.count())));
        table.row(
                "their amount (" + c.currency() + ")",
                Words.money(old.amount()),
                Words.money(now.amount()),
                Words.change(old.amount(), now.amount()));
        return table.build();
    }

    private static void row(Table.Builder table, String name, long from, long to) {
        table.row(
                name,
                Words.count(from),
                Words.count(to),
                Words.change(BigDecimal.valueOf(from), BigDecimal.valueOf(to)));
    }

    private static String mean(Comparison.Spread spread) {
        return spread.count() == 0 ? "–" : spread.mean().toPlainString() + ", " + spread.max();
    }

    private static String median(Comparison.Spread spread) {
        return spread.count() == 0 ? "–" : spread.median() + ", " + spread.p90();
    }

    static Sum untouched(Strategy side) {
        return side.untouched().values().stream()
                .reduce(
                        Sum.NOTHING,
                        (a, b) -> new Sum(a.count() + b.count(), a.amount().add(b.amount())));
    }

    private Table flow() {
        var table = new Table.Builder(
                "Invoices by the furthest step taken about them",
                2,
                before.name(),
                after.name(),
                "invoices",
                c.currency());
        c.flow().stream()
                .sorted(Comparator.comparingLong(Comparison.Flow::invoices).reversed())
                .forEach(f -> table.marked(
                        f.baseline() == f.candidate() ? "" : "changed",
                        Words.name(f.baseline()),
                        Words.name(f.candidate()),
                        Words.count(f.invoices()),
                        Words.money(f.amount())));
        return table.build();
    }

    private Table promises() {
        var table = new Table.Builder("", 3, "broken promise", "strategy", "customer, invoice, day", "times");
        for (var side : List.of(Map.entry("baseline", before), Map.entry("candidate", after))) {
            side.getValue()
                    .violations()
                    .forEach((kind, count) ->
                            table.row(Words.name(kind), side.getKey(), first(kind, side.getKey()), Words.count(count)));
        }
        return table.build();
    }

    private String first(io.dunlin.simulation.Violation.Kind kind, String arm) {
        var shown = new ArrayList<String>();
        for (var v : c.violations()) {
            if (v.kind() == kind && v.arm().word().equals(arm) && shown.size() < 3) {
                shown.add(v.customer() + (v.invoice() == null ? "" : ", " + v.invoice()) + ", " + v.on());
            }
        }
        return String.join("; ", shown);
    }

    static List<Action> actions(Strategy one, Strategy other) {
        var actions = new java.util.TreeSet<>(one.steps().keySet());
        actions.addAll(other.steps().keySet());
        return List.copyOf(actions);
    }
}
