package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoStrategiesComparedTest {
    private static final LocalDate FROM = Generator.AS_OF.minusDays(40);
    private static final LocalDate TO = Generator.AS_OF;
    private static final Decider STANDARD = Policies.shipped("standard");
    private static final Decider SMALL = Policies.shipped("small-business");
    private static final Accounts BOOK = Accounts.generated(150, 5);

    @Test
    void threadsAndPartsDoNotShowInTheResult() throws Exception {
        var basis = BOOK.between(STANDARD, SMALL, FROM, TO);
        var unmerged = new Tallies();
        BOOK.list().forEach(account -> Accounts.simulation(basis, 1).count(account, unmerged));
        var alone = json(basis, unmerged);
        assertThat(json(basis, BOOK.run(basis, 1))).isEqualTo(alone);
        assertThat(json(basis, BOOK.run(basis, 3))).isEqualTo(alone);
        assertThat(json(basis, inParts(basis))).isEqualTo(alone);
    }

    /** Each customer a part of its own, merged backwards in pairs. */
    private static Tallies inParts(Basis basis) {
        var simulation = Accounts.simulation(basis, 1);
        var parts = new ArrayList<Tallies>();
        for (var account : BOOK.list()) {
            var part = new Tallies();
            simulation.count(account, part);
            parts.add(part);
        }
        Collections.reverse(parts);
        while (parts.size() > 1) {
            var last = parts.remove(parts.size() - 1);
            parts.get(0).merge(last);
            Collections.rotate(parts, 1);
        }
        return parts.get(0);
    }

    @Test
    void aStrategyAgainstItselfChangesNothing() throws Exception {
        var basis = BOOK.between(STANDARD, STANDARD, FROM, TO);
        var c = comparison(basis, BOOK.run(basis, 2));
        assertThat(c.changedInvoices()).isZero();
        assertThat(c.changedCustomers()).isZero();
        assertThat(c.changes()).isEmpty();
        assertThat(c.divergences()).isEmpty();
        assertThat(c.flow()).allMatch(flow -> flow.baseline() == flow.candidate());
        assertThat(c.actions().get("baseline")).isEqualTo(c.actions().get("candidate"));
    }

    @Test
    void theFiguresAddUp() throws Exception {
        var basis = BOOK.between(STANDARD, SMALL, FROM, TO);
        var watcher = new Accounts.Quiet(new ArrayList<>());
        var c = comparison(basis, Accounts.simulation(basis, 2).run(BOOK, watcher));
        assertThat(c.changedInvoices()).isPositive().isEqualTo(watcher.changes().size());
        for (var side : c.actions().values()) {
            assertThat(side.values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(c.inPlay().count());
        }
        assertThat(c.flow().stream().mapToLong(Comparison.Flow::invoices).sum())
                .isEqualTo(c.inPlay().count());
        var candidate = c.strategies().get("candidate");
        assertThat(c.workload().stream().mapToLong(Comparison.Day::candidate).sum())
                .isEqualTo(candidate.steps().values().stream().mapToLong(n -> n).sum());
        for (var lines : c.groups().values()) {
            assertThat(lines.stream()
                            .mapToLong(Comparison.Line::candidateContacts)
                            .sum())
                    .isEqualTo(candidate.contacts());
            assertThat(lines.stream()
                            .mapToLong(Comparison.Line::changedInvoices)
                            .sum())
                    .isEqualTo(c.changedInvoices());
        }
        assertThat(candidate.needlessLetters()).isLessThanOrEqualTo(candidate.letters());
    }

    /** Both decisions of every change, as the one decision procedure gives them that day. */
    @Test
    void everyChangeNamesWhatBothDecidedAndWhy() throws Exception {
        var basis = BOOK.between(STANDARD, SMALL, FROM, TO);
        var watcher = new Accounts.Quiet(new ArrayList<>());
        Accounts.simulation(basis, 2).run(BOOK, watcher);
        assertThat(watcher.changes()).allSatisfy(change -> {
            assertThat(change.baseline()).isNotEqualTo(change.candidate());
            assertThat(change.on()).isBetween(FROM, TO);
            assertThat(change.divergence()).isBeforeOrEqualTo(change.on());
            for (var arm : Arm.values()) {
                var choice = change.under(arm);
                assertThat(choice.why()).isNotBlank();
                assertThat(choice.rules().isEmpty() && choice.blockers().isEmpty())
                        .isFalse();
            }
        });
    }

    @Test
    void theEngineKeepsItsPromises() throws Exception {
        var basis = BOOK.between(STANDARD, SMALL, FROM, TO);
        assertThat(BOOK.run(basis, 2).violations).isEmpty();
    }

    /** The check must be able to find something: here the answers are given by hand. */
    @Test
    void aBrokenPromiseIsFound() throws Exception {
        var basis = BOOK.between(STANDARD, SMALL, FROM, TO);
        var account = BOOK.list().stream()
                .filter(a -> !a.invoices().isEmpty())
                .findFirst()
                .orElseThrow();
        var invoice = account.invoices().get(0);
        var day = FROM;
        var call = new Done(
                day,
                Action.CALL,
                1,
                Action.CALL.channel(),
                Action.CALL.owner(),
                null,
                List.of(invoice.id()),
                List.of(),
                java.util.Map.of(),
                List.of("R"));
        var twice = new Played(List.of(call, call), java.util.Set.of());
        var compared = Compared.of(account, twice, twice, basis.window());
        var numbers = STANDARD.strategy().manifest().holds();
        assertThat(Invariants.of(compared, Arm.BASELINE, numbers, basis.window()))
                .extracting(Violation::kind)
                .contains(Violation.Kind.TWO_CONTACTS_ON_A_DAY);
    }

    @Test
    void currenciesWithoutRatesAreRefusedInOneSentence() {
        var without = new Source() {
            @Override
            public java.util.stream.Stream<? extends java.util.function.Supplier<io.dunlin.book.Account>> accounts() {
                return BOOK.accounts();
            }

            @Override
            public io.dunlin.book.Book book(LocalDate day) {
                return io.dunlin.book.Book.on(day);
            }

            @Override
            public Extent extent() {
                return new Extent(1, 1, 0, new java.util.TreeSet<>(List.of("USD", "JPY")));
            }

            @Override
            public List<Input> inputs() {
                return List.of();
            }
        };
        assertThatThrownBy(() -> Setup.of(
                        without,
                        new Window(FROM, TO),
                        STANDARD,
                        SMALL,
                        new Settings(3, java.util.Map.of(), PricesReader.standard(), 1)))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining("no rate between EUR and JPY, USD");
    }

    @Test
    void aChangeBelongsToTheRuleThatMadeIt() throws Exception {
        var before =
                Policies.tiny("$i : Invoice( collectable > 0, daysOverdue >= 5 ) -> propose( $i, REMINDER, \"m\" );");
        var after = Policies.tiny(
                "$i : Invoice( collectable > 0, daysOverdue >= 5 ) -> propose( $i, REMINDER, \"m\" );",
                "$i : Invoice( collectable > 0, daysOverdue >= 20 ) -> propose( $i, CALL, \"c\" );");
        var ablation = Ablation.between(before, after, 5);
        assertThat(ablation.variants()).extracting(Ablation.Variant::what).containsExactly("rule T2 added");
        var basis = BOOK.between(before, after, FROM, TO);
        var alone = ablation.variants().get(0);
        var simulation = new Simulation(
                basis,
                new PlainPlayer(before, basis.window(), basis.books()),
                new PlainPlayer(after, basis.window(), basis.books()),
                List.of(new Simulation.Alone(
                        alone.what(), new PlainPlayer(alone.decider(), basis.window(), basis.books()))),
                2);
        var c = comparison(basis, simulation.run(BOOK, new Accounts.Quiet(new ArrayList<>())));
        assertThat(c.effects()).hasSize(1);
        assertThat(c.effects().get(0).changedInvoices())
                .as("the only change, so all of the effect")
                .isEqualTo(c.changedInvoices())
                .isPositive();
        assertThat(Ablation.between(STANDARD, SMALL, 12).variants()).isEmpty();
        assertThat(Ablation.between(STANDARD, SMALL, 12).note()).contains("differ in");
    }

    private static Comparison comparison(Basis basis, Tallies tallies) {
        return new Composer(basis, BOOK, tallies, null).compose();
    }

    private static String json(Basis basis, Tallies tallies) throws Exception {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .build()
                .writeValueAsString(comparison(basis, tallies));
    }
}
