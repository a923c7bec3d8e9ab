package io.dunlin.cli;

import io.dunlin.analysis.FileDiff;
import io.dunlin.analysis.LadderDiff;
import io.dunlin.analysis.RuleDiff;
import io.dunlin.analysis.StrategyDiff;
import io.dunlin.analysis.StrategyDiff.ParameterDiff;
import io.dunlin.analysis.StrategyDiff.WholeRule;
import io.dunlin.vocabulary.Action;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A difference for reading: `+` is new, `-` is gone, `~` is changed. */
final class DiffText {
    private final PrintWriter out;

    private DiffText(PrintWriter out) {
        this.out = out;
    }

    static void print(StrategyDiff diff, PrintWriter out) {
        new DiffText(out).print(diff);
    }

    private void print(StrategyDiff diff) {
        out.println(version(diff.from()) + " -> " + version(diff.to()));
        section("about", diff.about(), this::named);
        section("parameters", diff.parameters(), this::parameter);
        var rules = diff.addedRules().size()
                + diff.removedRules().size()
                + diff.changedRules().size();
        if (rules > 0) {
            title("rules");
            diff.addedRules().forEach(rule -> whole("+", rule));
            diff.removedRules().forEach(rule -> whole("-", rule));
            diff.changedRules().forEach(this::changed);
        }
        if (diff.ladder() != null) {
            title("ladder");
            ladder(diff.ladder());
        }
        section("holds", diff.holds(), this::named);
        section("files", diff.files(), this::file);
        if (!diff.hasDifferences()) {
            out.println("no difference");
        } else if (diff.decidesAlike()) {
            out.println();
            out.println("both decide alike: only texts around the rules differ");
        }
    }

    private static String version(StrategyDiff.Version version) {
        return version.name() + " (" + version.version().substring(0, 12) + ")";
    }

    private <T> void section(String title, List<T> entries, Consumer<T> print) {
        if (!entries.isEmpty()) {
            title(title);
            entries.forEach(print);
        }
    }

    private void title(String title) {
        out.println();
        out.println(title);
    }

    private void named(RuleDiff.Named named) {
        out.println("  ~ " + named.what() + ": " + change(named.from(), named.to()));
    }

    private void parameter(ParameterDiff parameter) {
        var mark = parameter.from() == null ? "+" : parameter.to() == null ? "-" : "~";
        var users = parameter.rules().isEmpty() ? "" : "; used by " + String.join(", ", parameter.rules());
        out.println("  " + mark + " " + parameter.name() + ": " + change(parameter.from(), parameter.to()) + " ("
                + parameter.meaning() + users + ")");
    }

    private void whole(String mark, WholeRule rule) {
        out.println("  " + mark + " " + rule.id() + " " + rule.title());
        out.println("      when " + rule.fact() + "( " + String.join(", ", rule.conditions()) + " )");
        rule.says().forEach(said -> out.println("      " + said));
    }

    private void changed(RuleDiff rule) {
        out.println("  ~ " + rule.id() + " " + rule.title());
        for (var condition : rule.conditions()) {
            var mark = condition.from() == null ? "+" : condition.to() == null ? "-" : "~";
            out.println("      " + mark + " " + change(condition.from(), condition.to()));
        }
        rule.said().forEach(said -> out.println("      ~ " + said.what() + ": " + change(said.from(), said.to())));
    }

    private void ladder(LadderDiff ladder) {
        ladder.added().forEach(action -> out.println("  + " + action + ": now " + place(action, ladder.to())));
        ladder.removed().forEach(action -> out.println("  - " + action + ": was " + place(action, ladder.from())));
        ladder.moved()
                .forEach(action -> out.println("  ~ " + action + ": was " + place(action, ladder.from()) + ", now "
                        + place(action, ladder.to())));
        if (ladder.added().isEmpty()
                && ladder.removed().isEmpty()
                && ladder.moved().isEmpty()) {
            out.println("  ~ the steps are split differently");
        }
    }

    private static String place(Action action, Collection<? extends Collection<Action>> ladder) {
        String before = null;
        for (var step : ladder) {
            if (step.contains(action)) {
                var mates = step.stream()
                        .filter(other -> other != action)
                        .map(Action::name)
                        .collect(Collectors.joining(", "));
                return (before == null ? "first" : "after " + before) + (mates.isEmpty() ? "" : ", beside " + mates);
            }
            before = step.stream().map(Action::name).collect(Collectors.joining(", "));
        }
        return "nowhere";
    }

    private void file(FileDiff file) {
        var lines = "+" + file.added() + " -" + file.removed();
        var kind =
                switch (file.kind()) {
                    case ADDED -> "+";
                    case REMOVED -> "-";
                    case CHANGED -> "~";
                };
        out.println("  " + kind + " " + file.file() + " " + lines);
    }

    private static String change(String from, String to) {
        return from == null ? to : to == null ? from : from + " -> " + to;
    }
}
