package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.dunlin.language.Compiled;
import io.dunlin.strategy.ActivationCheck.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether somebody else has agreed, wherever that is needed. Nobody is their own second person.
 *
 * @param hands everybody who cannot be the second person
 * @param words what people said who agreed
 * @param address where to agree
 */
record SecondPerson(List<String> hands, List<Word> words, String address) {
    record Word(String by, Budget budget) {}

    /** Of a version that somebody puts live. */
    static SecondPerson of(StrategyVersionRow version, String activator, List<ApprovalRow> approvals) {
        var words = approvals.stream().map(WordGiven::word).toList();
        var hands = Stream.concat(Stream.of(activator), hands(version)).toList();
        return new SecondPerson(hands, words, "…/versions/" + version.version.substring(0, 12) + "/approvals");
    }

    /** Everybody who had a hand in a version. */
    static Stream<String> hands(StrategyVersionRow version) {
        return Stream.concat(version.authors.stream(), Stream.of(version.by));
    }

    private Stream<Word> others() {
        return words.stream().filter(word -> hands.stream().noneMatch(hand -> Signed.same(word.by(), hand)));
    }

    /** What the strategy allows itself, or more where a second person said so. */
    Budget budget(Compiled live, Compiled candidate) {
        var own = (live == null ? candidate : live).manifest().budget();
        return others().map(Word::budget).reduce(own, Budget::or);
    }

    Result check(Compiled live, Compiled candidate) {
        var severe = SevereParts.changed(live, candidate);
        var by = others().map(Word::by).distinct().toList();
        var objection =
                "it touches severe actions (" + shortened(severe.stream().toList()) + "); somebody other than "
                        + people() + " must agree: POST " + address;
        var objections = severe.isEmpty() || !by.isEmpty() ? List.<String>of() : List.of(objection);
        return new Result("second-person", objections, Map.of("severeParts", severe, "approvedBy", by));
    }

    private String people() {
        return hands.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String shortened(List<String> names) {
        var few = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? few + " and " + (names.size() - 5) + " more" : few;
    }
}
