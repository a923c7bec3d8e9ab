package io.dunlin.analysis;

import io.dunlin.language.Acceptance;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.Parsed;
import io.dunlin.language.StrategyFiles;
import java.util.ArrayList;
import java.util.List;

/** Marks the warnings that {@code strategy.yaml} lives with, and names the acceptances that nothing was found for. */
final class Acceptances {
    private Acceptances() {}

    static List<Diagnostic> apply(Parsed parsed, List<Diagnostic> found) {
        var all = new ArrayList<Diagnostic>();
        for (var finding : found) {
            var accepted =
                    parsed.accepted().stream().filter(a -> a.covers(finding)).findFirst();
            all.add(
                    accepted.isPresent()
                            ? finding.acceptedBecause(accepted.get().reason())
                            : finding);
        }
        // Where something could not be read, what was accepted may be hidden behind it.
        if (!parsed.hasErrors()) {
            parsed.accepted().stream()
                    .filter(a -> a.when() == null && found.stream().noneMatch(a::covers))
                    .forEach(a -> all.add(needless(a)));
        }
        return all;
    }

    static Diagnostic needless(Acceptance acceptance) {
        var of = acceptance.rule() == null ? "" : " of " + acceptance.rule();
        return new Diagnostic(
                Code.NOTHING_TO_ACCEPT,
                Severity.WARNING,
                StrategyFiles.MANIFEST,
                acceptance.line(),
                acceptance.column(),
                null,
                "`accepted` names a " + acceptance.code() + of + " that is not there",
                "delete it");
    }
}
