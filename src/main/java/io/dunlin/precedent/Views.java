package io.dunlin.precedent;

import io.dunlin.engine.Decider;
import io.dunlin.language.Condition;
import io.dunlin.language.HoldNumbers;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** In one currency: a view for every set of rules that is left possible by what is known of an invoice. */
final class Views {
    /** Everything that any rule asks. */
    final Questions questions;
    /** Every threshold of any rule. */
    final Money money;
    /** Everything that any rule about invoices asks of master data. */
    final Aspect invoices;

    final Aspect customers;
    /** Whether any rule about customers can ever propose something. */
    final boolean anyWish;

    private final HoldNumbers numbers;
    private final Currency currency;
    /** Where a rate is missing a person is asked, whatever rules say. */
    private final boolean rated;

    private final List<Rule> guard;
    private final List<Known> ofInvoice;
    private final Map<List<Rule>, View> views = new HashMap<>();
    private final Map<Object, Aspect> aspects = new HashMap<>();

    /** A rule, and its conditions that ask only for what is known of an invoice. */
    private record Known(Rule rule, List<Condition> parts) {
        static Known of(Rule rule, Predicate<Condition.Comparison> isKnown) {
            return new Known(
                    rule,
                    rule.condition().parts().stream()
                            .filter(part -> part.comparisons().allMatch(isKnown))
                            .toList());
        }

        boolean isPossible(Fact fact) {
            for (var part : parts) {
                if (!part.holds(fact)) {
                    return false;
                }
            }
            return true;
        }
    }

    Views(Decider decider, Currency currency) {
        this.currency = currency;
        this.numbers = decider.strategy().manifest().holds();
        this.guard = decider.guard().rules();
        var strategy = decider.strategy().rules();
        this.rated = Stream.of(decider.strategy(), decider.guard())
                .flatMap(policy -> policy.manifest().moneyCurrencies().stream())
                .allMatch(its -> currency.rates().converts(its, currency.code()));
        this.questions = new Questions(join(strategy, guard));
        this.money = new Money(questions, currency);
        this.invoices = new Aspect(0, Asker.INVOICE, questions, money);
        var wishes = strategy.stream()
                .filter(rule -> rule.fact() == Customer.class)
                .filter(rule -> Known.of(rule, Views::isConstant).isPossible(Profile.NOBODY))
                .toList();
        this.anyWish = !wishes.isEmpty();
        this.customers = aspect(Asker.CUSTOMER, new Questions(join(wishes, guard)));
        this.ofInvoice = strategy.stream()
                .filter(rule -> rule.fact() == Invoice.class)
                .map(rule -> Known.of(rule, Views::isKnown))
                .toList();
    }

    private static List<Rule> join(List<Rule> some, List<Rule> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Aspect aspect(Asker asker, Questions asked) {
        var its = new Aspect(aspects.size() + 1, asker, asked, new Money(asked, currency));
        return aspects.computeIfAbsent(its.same(), same -> its);
    }

    /** What can matter to an invoice of which everything is known but the day and the customer's numbers. */
    View of(Invoice invoice) {
        var possible = new ArrayList<Rule>();
        for (var its : ofInvoice) {
            if (its.isPossible(invoice)) {
                possible.add(its.rule());
            }
        }
        return views.computeIfAbsent(possible, this::view);
    }

    private View view(List<Rule> possible) {
        var asked = new Questions(join(possible, guard));
        return new View(
                views.size(),
                asked,
                numbers,
                new Money(asked, currency),
                aspect(Asker.INVOICE, asked),
                rated ? Dormancy.of(possible, numbers) : Dormancy.NONE);
    }

    private static boolean isConstant(Condition.Comparison comparison) {
        return Questions.isConstant(comparison.field().name()) && !(comparison.operand() instanceof Operand.Other);
    }

    private static boolean isKnown(Condition.Comparison comparison) {
        return Questions.isKnown(comparison.field().name()) && !(comparison.operand() instanceof Operand.Other);
    }
}
