package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.engine.Policies;
import io.dunlin.language.Compiled.Firing;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Invoice.PromiseState;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule fires on the Drools engine exactly where its condition holds: the two ways of reading it are one. */
class ConditionsTest {
    private static final int FACTS = 3000;
    private static final Rates RATES = new Rates(Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.1")));

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void droolsFiresWhatHolds(String strategy) {
        var compiled = Policies.compiled(strategy);
        var dice = new Random(42);
        var fired = new TreeSet<String>();
        for (int batch = 0; batch < 30; batch++) {
            var facts = new ArrayList<Fact>();
            IntStream.range(0, FACTS / 30).forEach(i -> facts.add(fact("F" + i, strategy, dice)));
            var expected = new TreeSet<String>();
            for (var fact : facts) {
                for (var rule : compiled.rules()) {
                    if (rule.fact().isInstance(fact) && rule.condition().holds(fact)) {
                        expected.add(fact.id() + " " + rule.id());
                        fired.add(rule.id());
                    }
                }
            }
            var actual = compiled.fire(facts);
            assertThat(actual.stream().map(ConditionsTest::name)).containsExactlyInAnyOrderElementsOf(expected);
        }
        // Not by both being silent.
        assertThat(fired.size()).isGreaterThan(compiled.rules().size() / 2);
    }

    @Test
    void theOrderOfFactsChangesNothing() {
        var compiled = Policies.compiled("standard");
        var dice = new Random(1);
        var facts = new ArrayList<Fact>();
        IntStream.range(0, 200).forEach(i -> facts.add(fact("F" + i, "standard", dice)));
        var first = compiled.fire(facts);
        java.util.Collections.shuffle(facts, dice);
        assertThat(compiled.fire(facts)).isEqualTo(first);
    }

    @Test
    void firingStopsWhenItsTimeIsUpAndNothingOfItIsLeft() {
        var compiled = Policies.compiled("standard");
        var facts = facts(400);
        assertThatThrownBy(() -> compiled.fire(facts, Deadline.of(Duration.ZERO)))
                .isInstanceOf(Deadline.Passed.class);
        var few = facts.subList(0, 10);
        assertThat(compiled.fire(few)).isNotEmpty().allSatisfy(firing -> assertThat(few)
                .contains(firing.fact()));
    }

    /** As different as facts can be. */
    static List<Fact> facts(int count) {
        var dice = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> fact("F" + i, "standard", dice))
                .toList();
    }

    private static String name(Firing firing) {
        return firing.fact().id() + " " + firing.rule().id();
    }

    private static Fact fact(String id, String strategy, Random dice) {
        var customer = customer(id, dice);
        var invoice = invoice(id, customer, dice);
        if (strategy.equals("guard")) {
            var action = one(List.of(Action.values()), dice);
            return new Outcome(
                    customer, dice.nextInt(5) == 0 ? null : invoice, action, 1 + dice.nextInt(3), action.channel());
        }
        return dice.nextInt(4) == 0 ? customer : invoice;
    }

    private static Customer customer(String id, Random dice) {
        var people = new Customer.People(
                dice.nextBoolean() ? "s" : null, dice.nextBoolean() ? "c" : null, dice.nextBoolean(), null);
        var type = one(List.of(DebtorType.values()), dice);
        return new Customer(
                new Customer.Identity(id, "N", one(List.of("DE", "GB", "US", "FR"), dice), type, null, null, people),
                one(List.of("EUR", "USD"), dice),
                RATES,
                new Customer.Day(LocalDate.of(2026, 6, 30), true, dice.nextInt(4) == 0 ? null : dice.nextInt(6)),
                new Customer.Standing(
                        dice.nextBoolean() ? money(dice) : null,
                        dice.nextBoolean(),
                        dice.nextInt(4) == 0,
                        dice.nextInt(4) == 0,
                        dice.nextBoolean()
                                ? null
                                : new Customer.Payer(
                                        "P",
                                        dice.nextBoolean() ? dice.nextInt(90) : null,
                                        money(dice),
                                        dice.nextInt(4) == 0,
                                        dice.nextInt(4) == 0,
                                        dice.nextBoolean())),
                new Customer.Totals(
                        one(List.of(SizeClass.values()), dice),
                        money(dice),
                        money(dice),
                        money(dice),
                        money(dice),
                        dice.nextInt(3),
                        dice.nextInt(200)),
                new Customer.Habits(
                        dice.nextInt(6),
                        dice.nextInt(20),
                        dice.nextInt(100),
                        dice.nextInt(4),
                        dice.nextInt(4),
                        dice.nextBoolean()),
                new Customer.Touch(
                        null, dice.nextInt(3), dice.nextInt(6), dice.nextInt(5), Set.of(Channel.EMAIL), some(dice)));
    }

    private static Invoice invoice(String id, Customer customer, Random dice) {
        int late = dice.nextInt(260) - 40;
        var done = some(dice);
        return new Invoice(
                customer,
                new Invoice.Paper(
                        id,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 6, 1),
                        money(dice),
                        dice.nextInt(5) > 0,
                        dice.nextBoolean()
                                ? Invoice.Charge.NONE
                                : new Invoice.Charge(1 + dice.nextInt(2), dice.nextBoolean())),
                new Invoice.Age(late, Math.max(0, late), Math.max(0, late - 3), -late, late + 30),
                new Invoice.Amounts(
                        money(dice),
                        rare(dice),
                        rare(dice),
                        rare(dice),
                        rare(dice),
                        rare(dice),
                        money(dice),
                        money(dice),
                        rare(dice)),
                new Invoice.Agreement(
                        one(List.of(PromiseState.values()), dice),
                        dice.nextInt(4),
                        dice.nextBoolean(),
                        dice.nextInt(4),
                        dice.nextInt(50)),
                new Invoice.Ladder(
                        dice.nextInt(4),
                        dice.nextBoolean() ? one(List.of(Action.values()), dice) : null,
                        null,
                        dice.nextBoolean() ? dice.nextInt(30) : null,
                        done,
                        dice.nextInt(5)),
                new Invoice.Goods(dice.nextBoolean(), dice.nextBoolean(), money(dice)));
    }

    private static Set<Action> some(Random dice) {
        var some = EnumSet.noneOf(Action.class);
        for (var action : Action.values()) {
            if (dice.nextInt(3) == 0) {
                some.add(action);
            }
        }
        return some;
    }

    private static BigDecimal rare(Random dice) {
        return dice.nextInt(4) == 0 ? money(dice) : BigDecimal.ZERO;
    }

    private static BigDecimal money(Random dice) {
        int most = one(List.of(10, 500, 5000, 30000), dice);
        return BigDecimal.valueOf(dice.nextInt(most * 100), 2);
    }

    private static <T> T one(List<T> list, Random dice) {
        return list.get(dice.nextInt(list.size()));
    }
}
