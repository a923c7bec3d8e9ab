package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;

/** Reads one DRL file with Drools' own parser and takes from the tree only what a strategy may contain. */
final class RuleFileReader {
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
        for (var piece : DrlPieces.of(text, findings.deadline())) {
            findings.deadline().check();
            var tree = parse(piece);
            if (tree != null) {
                refuseEverythingButRules(tree);
                refuseSecondAnnotations(piece, tree);
                for (var descr : tree.getRules()) {
                    findings.deadline().check();
                    new RuleReader(file, lines, descr, manifest, findings, usedParameters)
                            .read()
                            .ifPresent(rules::add);
                }
            }
        }
        return rules;
    }

    private boolean isReadable() {
        int tooDeep = Nesting.tooDeepAt(text);
        if (tooDeep > 0) {
            tooDeep(tooDeep);
        }
        return tooDeep == 0;
    }

    private void tooDeep(int line) {
        error(Code.TOO_BIG, line, "brackets are nested too deeply, or hold too much", "split the rule");
    }

    private PackageDescr parse(DrlPieces.Piece piece) {
        var flaw = DrlPieces.flaw(piece);
        if (flaw != null) {
            int column = flaw.at().column();
            findings.error(Code.SYNTAX, file, flaw.at().line(), column, null, flaw.message(), flaw.hint());
            return null;
        }
        try {
            var parsing = DrlParsing.of(piece.text(), findings.deadline());
            if (parsing.tree() != null && hidesWhatItCannotRead(parsing.tree())) {
                var text = DrlPieces.withoutAnnotations(piece, findings.deadline());
                var again = DrlParsing.of(text, findings.deadline());
                parsing = again.tree() == null ? again.first() : parsing;
            }
            parsing.errors()
                    .forEach(e -> findings.error(Code.SYNTAX, file, e.line(), e.column(), null, e.message(), null));
            return parsing.tree();
        } catch (DrlParsing.TooDeep e) {
            tooDeep(e.line());
            return null;
        } catch (Deadline.Passed e) {
            throw e;
        } catch (RuntimeException e) {
            int line = piece.tokens().get(0).line();
            error(Code.SYNTAX, line, "this is not DRL: " + e.getMessage(), "see rules/README.md");
            return null;
        }
    }

    /** The grammar lets an annotation hold any text: also the conditions that follow it, where they have a mistake. */
    private static boolean hidesWhatItCannotRead(PackageDescr tree) {
        return tree.getRules().stream()
                .flatMap(rule -> rule.getAnnotations().stream())
                .anyMatch(annotation ->
                        String.valueOf(annotation.getSingleValue()).contains("\n")
                                || annotation.getValueMap().toString().contains("when"));
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

    /** The tree keeps one of each name and forgets the others. */
    private void refuseSecondAnnotations(DrlPieces.Piece piece, PackageDescr tree) {
        var marks = piece.tokens().stream().filter(token -> token.is("@")).toList();
        long kept = tree.getRules().stream()
                .mapToLong(rule -> rule.getAnnotations().size())
                .sum();
        if (marks.size() > kept) {
            var last = marks.get(marks.size() - 1);
            var message = "an annotation stands there twice, or where none belongs";
            error(Code.FORBIDDEN, last.line(), message, "keep one @owner and one @source below the rule's name");
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
