package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;

/** Reads one DRL file with Drools' own parser and takes from the tree only what a strategy may contain. */
final class RuleFileReader {
    private static final int MOST_CHARACTERS = 500_000;

    private final String file;
    private final String text;
    private final Manifest manifest;
    private final Findings findings;

    RuleFileReader(String file, String text, Manifest manifest, Findings findings) {
        this.file = file;
        this.text = text;
        this.manifest = manifest;
        this.findings = findings;
    }

    List<Rule> read(Set<String> usedParameters) {
        var rules = new ArrayList<Rule>();
        if (!isReadable()) {
            return rules;
        }
        var lines = text.lines().toList();
        for (var piece : DrlPieces.of(text)) {
            var tree = parse(piece);
            if (tree != null) {
                refuseEverythingButRules(tree);
                for (var descr : tree.getRules()) {
                    new RuleReader(file, lines, descr, manifest, findings, usedParameters)
                            .read()
                            .ifPresent(rules::add);
                }
            }
        }
        return rules;
    }

    private boolean isReadable() {
        if (text.length() > MOST_CHARACTERS) {
            error(Code.TOO_BIG, 0, "the file is longer than " + MOST_CHARACTERS + " characters", "split it");
            return false;
        }
        int tooDeep = Nesting.tooDeepAt(text);
        if (tooDeep > 0) {
            error(Code.TOO_BIG, tooDeep, "brackets are nested too deeply, or hold too much", "split the rule");
            return false;
        }
        // What a reviewer cannot see must not be there: escapes spell forbidden words, controls reorder the text.
        for (int i = 0, line = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                error(Code.FORBIDDEN, line, "Unicode escapes are not allowed", "write the letter itself");
                return false;
            } else if (Character.getType(c) == Character.FORMAT
                    || (Character.isISOControl(c) && c != '\t' && c != '\r')) {
                error(Code.FORBIDDEN, line, "an invisible control character is not allowed", "delete it");
                return false;
            }
        }
        return true;
    }

    private PackageDescr parse(DrlPieces.Piece piece) {
        var flaw = DrlPieces.flaw(piece);
        if (flaw != null) {
            int column = flaw.at().column();
            findings.error(Code.SYNTAX, file, flaw.at().line(), column, null, flaw.message(), flaw.hint());
            return null;
        }
        try {
            var parsing = DrlParsing.of(piece.text());
            parsing.errors()
                    .forEach(e -> findings.error(Code.SYNTAX, file, e.line(), e.column(), null, e.message(), null));
            return parsing.tree();
        } catch (RuntimeException e) {
            int line = piece.tokens().get(0).line();
            error(Code.SYNTAX, line, "this is not DRL: " + e.getMessage(), "see rules/README.md");
            return null;
        }
    }

    private void refuseEverythingButRules(PackageDescr tree) {
        tree.getImports().stream()
                .filter(i -> !i.getTarget().matches("io\\.dunlin\\.vocabulary\\.(\\*|[A-Za-z.]+)"))
                .forEach(i -> refuse(i.getLine(), "import " + i.getTarget(), "import io.dunlin.vocabulary.*;"));
        tree.getFunctionImports().forEach(i -> refuse(i.getLine(), "import static", null));
        tree.getAccumulateImports().forEach(i -> refuse(i.getLine(), "import accumulate", null));
        tree.getFunctions().forEach(f -> refuse(f.getLine(), "function " + f.getName(), null));
        tree.getGlobals().forEach(g -> refuse(g.getLine(), "global " + g.getIdentifier(), "make it a parameter"));
        tree.getTypeDeclarations().forEach(d -> refuse(d.getLine(), "declare " + d.getTypeName(), null));
        tree.getEnumDeclarations().forEach(d -> refuse(d.getLine(), "declare enum", null));
        tree.getWindowDeclarations().forEach(d -> refuse(d.getLine(), "declare window", null));
        tree.getEntryPointDeclarations().forEach(d -> refuse(d.getLine(), "declare entry-point", null));
        tree.getAttributes().forEach(a -> refuse(a.getLine(), a.getName(), null));
        if (tree.getUnit() != null) {
            refuse(tree.getUnit().getLine(), "unit", null);
        }
    }

    private void refuse(int line, String what, String hint) {
        error(
                Code.FORBIDDEN,
                line,
                "`" + what + "` is not allowed in a strategy file",
                hint == null ? "a strategy file holds rules only" : hint);
    }

    private void error(Code code, int line, String message, String hint) {
        findings.error(code, file, line, 0, null, message, hint);
    }
}
