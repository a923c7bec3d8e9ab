package io.dunlin.cli;

import io.dunlin.cli.CheckCommand.Checked;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.ColorScheme;

/** Findings for people, by file, each under its line with a mark below the word it is about. */
final class Findings {
    private static final int WIDEST = 150;

    private final PrintWriter out;
    private final ColorScheme colours;

    Findings(PrintWriter out, ColorScheme colours) {
        this.out = out;
        this.colours = colours;
    }

    void print(List<Checked> all) {
        for (var checked : all) {
            var file = "";
            for (var finding : checked.report().diagnostics()) {
                if (finding.accepted() != null) {
                    continue;
                }
                if (!finding.file().equals(file)) {
                    file = finding.file();
                    out.println(
                            colours.ansi().string("@|bold " + checked.folder().resolve(file) + "|@"));
                }
                print(finding, checked.lines(file));
            }
            summary(checked);
        }
    }

    private void print(Diagnostic finding, List<String> lines) {
        var place = finding.line() == 0 ? "" : finding.line() + (finding.column() == 0 ? "" : ":" + finding.column());
        var rule = finding.rule() == null ? "" : finding.rule() + " ";
        out.println("  " + pad(place) + word(finding) + " " + rule + finding.message() + "  [" + finding.code() + "]");
        if (finding.line() > 0 && finding.line() <= lines.size()) {
            source(lines.get(finding.line() - 1), finding.column());
        }
        if (finding.witness() != null) {
            out.println(" ".repeat(10) + "witness: " + inWords(finding));
        }
        if (finding.hint() != null) {
            out.println(" ".repeat(10) + "hint: " + finding.hint());
        }
        out.println();
    }

    /** The line, or the part of it around the column where it is long. */
    private void source(String line, int column) {
        var text = line.replace('\t', ' ').stripTrailing();
        int at = Math.max(0, Math.min(column - 1, text.length()));
        int from = text.length() <= WIDEST ? 0 : Math.max(0, Math.min(at - WIDEST / 3, text.length() - WIDEST));
        var shown = text.substring(from, Math.min(text.length(), from + WIDEST));
        int indent = from > 0 ? 0 : shown.length() - shown.stripLeading().length();
        out.println(" ".repeat(10) + "| " + (from > 0 ? "…" : "") + shown.substring(Math.min(indent, at)));
        if (column > 0) {
            int caret = from > 0 ? at - from + 1 : at - Math.min(indent, at);
            out.println(
                    " ".repeat(10) + "| " + " ".repeat(caret) + colours.ansi().string("@|bold ^|@"));
        }
    }

    private String word(Diagnostic finding) {
        var word = finding.severity().name().toLowerCase(Locale.ROOT);
        var colour =
                switch (finding.severity()) {
                    case ERROR -> "red";
                    case WARNING -> "yellow";
                    case INFO -> "blue";
                };
        return colours.ansi().string("@|" + colour + " " + word + "|@");
    }

    private static String pad(String place) {
        return String.format(Locale.ROOT, "%-8s", place);
    }

    private static String inWords(Diagnostic finding) {
        var text = new StringBuilder();
        finding.witness().forEach((field, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(field)
                .append(' ')
                .append(value));
        return text.toString();
    }

    private void summary(Checked checked) {
        out.printf(
                Locale.ROOT,
                "%s: %d errors, %d warnings, %d accepted, %d notes%n",
                checked.report().files().name(),
                checked.count(Severity.ERROR),
                checked.count(Severity.WARNING),
                checked.accepted(),
                checked.count(Severity.INFO));
    }
}
