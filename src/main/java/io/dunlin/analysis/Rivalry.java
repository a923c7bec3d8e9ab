package io.dunlin.analysis;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Manifest;
import io.dunlin.language.Rule;
import io.dunlin.language.Rule.Effect;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What rules of a strategy do to each other, through the ladder. */
final class Rivalry {
    /** One proposal of one rule. */
    private record Bid(Rule rule, Effect effect) {
        String step() {
            return effect.action() + (effect.level() > 1 ? " " + effect.level() : "");
        }
    }

    private final Space space;
    private final Manifest manifest;
    private final Said said;
    private final Chances chances;
    private final boolean ofCustomers;
    private final List<Bid> bids = new ArrayList<>();

    Rivalry(Space space, Manifest manifest, List<Rule> alive, Said said) {
        this.space = space;
        this.manifest = manifest;
        this.said = said;
        this.chances = new Chances(space.dims());
        this.ofCustomers = space.dims().fact() == Customer.class;
        for (var rule : alive) {
            rule.effects().forEach(effect -> bids.add(new Bid(rule, effect)));
        }
    }

    void check() {
        bids.forEach(this::neverWins);
        for (int i = 0; i < bids.size(); i++) {
            for (int j = i + 1; j < bids.size(); j++) {
                same(bids.get(i), bids.get(j));
                tie(bids.get(i), bids.get(j));
            }
        }
    }

    private void neverWins(Bid bid) {
        var alone = Formula.all(space.fires(bid.rule()), possible(bid));
        if (space.isImpossible(alone)) {
            var message =
                    "never wins: it fires only where " + bid.step() + " is done already or has nothing to ask for";
            var found = space.find(bid.rule().condition()::holds, space.fires(bid.rule()));
            if (found.answer() == Answer.YES) {
                var fields = new ArrayList<>(Space.fields(bid.rule()));
                fields.addAll(asked());
                said.warn(
                        Code.NEVER_WINS,
                        bid.rule(),
                        message,
                        null,
                        found.fact(),
                        fields.stream().distinct().toList());
            }
            return;
        }
        var harder = bids.stream().filter(other -> outranks(other, bid)).toList();
        if (harder.isEmpty()) {
            return;
        }
        Predicate<Fact> wins = fact -> bid.rule().condition().holds(fact)
                && harder.stream().noneMatch(h -> h.rule().condition().holds(fact));
        var strict = space.find(wins, alone, Formula.all(harder.stream().map(h -> space.fires(h.rule())
                .not())));
        if (strict.answer() == Answer.YES) {
            return;
        }
        Predicate<Fact> fires = bid.rule().condition()::holds;
        var free = space.find(fires, alone, unbeaten(harder));
        if (free.answer() == Answer.NO) {
            beaten(bid, harder, alone);
        } else if (free.answer() == Answer.UNKNOWN) {
            said.undecided(bid.rule(), "whether " + bid.step() + " of this rule ever wins is not known");
        }
    }

    private List<String> asked() {
        return ofCustomers
                ? List.of("collectableTotal")
                : List.of("collectable", "openAmount", "missedInstalments", "stepsDone");
    }

    private void beaten(Bid bid, List<Bid> harder, Formula alone) {
        var needed = Core.of(harder, some -> space.isImpossible(alone, unbeaten(some)));
        var names = needed.stream()
                .map(h -> h.rule().id() + " (" + h.step() + ")")
                .distinct()
                .collect(Collectors.joining(needed.size() > 1 ? " or " : ""));
        var message =
                "never wins: wherever " + bid.step() + " could be done, " + names + " fires as well and ranks higher";
        var first = needed.get(0).rule();
        Predicate<Fact> both =
                fact -> bid.rule().condition().holds(fact) && first.condition().holds(fact);
        var found = space.find(both, alone, space.fires(first));
        var hint = "narrow the other rule, or move the action down the ladder";
        if (found.answer() == Answer.YES) {
            said.warn(Code.NEVER_WINS, bid.rule(), message, hint, found.fact(), Space.fields(bid.rule(), first));
        } else {
            said.warn(Code.NEVER_WINS, bid.rule(), message, hint);
        }
    }

    private Formula unbeaten(List<Bid> harder) {
        return Formula.all(harder.stream()
                .map(h -> Formula.all(space.fires(h.rule()), certain(h)).not()));
    }

    private Formula possible(Bid bid) {
        return ofCustomers ? Formula.TRUE : chances.possible(bid.effect());
    }

    private Formula certain(Bid bid) {
        return ofCustomers ? Formula.TRUE : chances.certain(bid.effect());
    }

    /** For the customer as a whole each action stands by itself. */
    private boolean outranks(Bid other, Bid bid) {
        var mine = bid.effect().action();
        var theirs = other.effect().action();
        if (mine == theirs) {
            return other.effect().level() > bid.effect().level();
        }
        return !ofCustomers
                && manifest.rank(theirs) > manifest.rank(mine)
                && Chances.standAndFallTogether(theirs, mine);
    }

    private void tie(Bid a, Bid b) {
        if (ofCustomers
                || a.effect().action() == b.effect().action()
                || manifest.rank(a.effect().action())
                        != manifest.rank(b.effect().action())) {
            return;
        }
        Predicate<Fact> both =
                fact -> a.rule().condition().holds(fact) && b.rule().condition().holds(fact);
        var found = space.find(both, space.fires(a.rule()), possible(a), space.fires(b.rule()), possible(b));
        if (found.answer() == Answer.YES) {
            var message = "can tie with " + b.rule().id() + ": " + a.step() + " and " + b.step()
                    + " share a rank, and both rules fire on the witness";
            var hint = "give one of the actions a rank of its own, or let the rules exclude each other";
            said.warn(Code.TIE, a.rule(), message, hint, found.fact(), Space.fields(a.rule(), b.rule()));
        } else if (found.answer() == Answer.UNKNOWN) {
            said.undecided(a.rule(), "whether it can tie with " + b.rule().id() + " is not known");
        }
    }

    private void same(Bid a, Bid b) {
        boolean step = a.effect().action() == b.effect().action()
                && a.effect().level() == b.effect().level();
        if (step && a.rule() != b.rule() && implies(a, b) && implies(b, a)) {
            var message = "fires on the same facts as " + a.rule().id() + " and proposes the same, " + a.step();
            said.warn(Code.SAME_RULE, b.rule(), message, "delete one of them");
        }
    }

    private boolean implies(Bid a, Bid b) {
        return space.isContradictory(
                space.fires(a.rule()), space.fires(b.rule()).not());
    }
}
