package io.dunlin.analysis;

import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what the analysis has to say, put into words. */
final class Said {
    private final List<Diagnostic> all = new ArrayList<>();

    List<Diagnostic> all() {
        return all;
    }

    void warn(Code code, Rule rule, String message, String hint) {
        all.add(at(code, Severity.WARNING, rule, message, hint));
    }

    void warn(Code code, Rule rule, String message, String hint, Fact witness, Collection<String> fields) {
        all.add(at(code, Severity.WARNING, rule, message, hint).withWitness(Shown.of(witness, fields)));
    }

    void warn(Code code, Rule rule, Comparison where, String message, String hint) {
        all.add(new Diagnostic(
                code, Severity.WARNING, rule.file(), where.line(), where.column(), rule.id(), message, hint));
    }

    /** Neither found nor ruled out. */
    void undecided(Rule rule, String message) {
        var hint = "it compares what cannot be followed here, or in too many ways";
        all.add(at(Code.UNDECIDED, Severity.INFO, rule, message, hint));
    }

    void add(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    private static Diagnostic at(Code code, Severity severity, Rule rule, String message, String hint) {
        return new Diagnostic(code, severity, rule.file(), rule.line(), 1, rule.id(), message, hint);
    }

    /** A condition as it is written. */
    static String text(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return comparison.text();
        }
        if (condition instanceof Condition.Not not) {
            return "!( " + text(not.part()) + " )";
        }
        boolean any = condition instanceof Condition.Any;
        var parts = any ? ((Condition.Any) condition).parts() : ((Condition.All) condition).parts();
        return parts.stream()
                .map(part -> part instanceof Condition.All ? "( " + text(part) + " )" : text(part))
                .collect(Collectors.joining(any ? " || " : " && "));
    }

    static String texts(List<Condition> conditions) {
        return conditions.stream().map(condition -> "`" + text(condition) + "`").collect(Collectors.joining(", "));
    }
}
