package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.dunlin.language.Compiled;
import io.dunlin.strategy.ActivationCheck.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody else has agreed, wherever that is needed. Nobody is their own second person. */
final class SecondPerson {
    private final StrategyVersionRow version;
    private final String activator;
    private final List<ApprovalRow> approvals;

    SecondPerson(StrategyVersionRow version, String activator, List<ApprovalRow> approvals) {
        this.version = version;
        this.activator = activator;
        this.approvals = approvals;
    }

    /** Everybody who had a hand in a version. */
    static Stream<String> hands(StrategyVersionRow version) {
        return Stream.concat(version.authors.stream(), Stream.of(version.by));
    }

    private Stream<ApprovalRow> others() {
        return approvals.stream().filter(a -> !Signed.same(a.by, activator)).filter(a -> hands(version)
                .noneMatch(hand -> Signed.same(a.by, hand)));
    }

    /** What the strategy allows itself, or more where a second person said so. */
    Budget budget(Compiled live, Compiled candidate) {
        var own = (live == null ? candidate : live).manifest().budget();
        return others().map(ApprovalRow::budget).reduce(own, Budget::or);
    }

    Result check(Compiled live, Compiled candidate) {
        var severe = SevereParts.changed(live, candidate);
        var by = others().map(a -> a.by).distinct().toList();
        var objection =
                "it touches severe actions (" + shortened(severe.stream().toList())
                        + "); somebody other than " + people() + " must agree: POST …/versions/"
                        + version.version.substring(0, 12)
                        + "/approvals";
        var objections = severe.isEmpty() || !by.isEmpty() ? List.<String>of() : List.of(objection);
        return new Result("second-person", objections, Map.of("severeParts", severe, "approvedBy", by));
    }

    private String people() {
        return Stream.concat(Stream.of(activator), hands(version)).distinct().collect(Collectors.joining(", "));
    }

    private static String shortened(List<String> names) {
        var few = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? few + " and " + (names.size() - 5) + " more" : few;
    }
}
