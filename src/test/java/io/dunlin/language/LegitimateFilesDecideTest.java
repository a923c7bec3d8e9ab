package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is written, it fires where its words say so: beside each stands the same in Java. */
class LegitimateFilesDecideTest {
    private static final List<Fact> FACTS = ConditionsTest.facts(2_000);

    @TempDir
    Path directory;

    static Stream<Arguments> files() {
        return Stream.of(
                of(
                        "comment-marks-in-a-text.drl",
                        i -> isOpen(i) && !"A /* B */ // C".equals(i.customer().name())),
                of("end-and-then-in-a-text.drl", LegitimateFilesDecideTest::isOpen),
                of("rule-words-in-the-title.drl", LegitimateFilesDecideTest::isOpen),
                of("brackets-in-a-text.drl", LegitimateFilesDecideTest::isOpen),
                of("apostrophes.drl", i -> true),
                of("everything-on-one-line.drl", i -> i.daysOverdue() > 14),
                of("no-line-end-at-the-end.drl", Invoice::onPlan),
                of("not-of-a-group.drl", i -> !(i.onPlan() || !i.delivered()) && !(i.daysOverdue() < 14 && isSmall(i))),
                of(
                        "not-in-with-one-word.drl",
                        i -> !i.customer().country().equals("GB")
                                && i.customer().sizeClass() == SizeClass.A),
                of("chinese-with-wide-marks.drl", LegitimateFilesDecideTest::isOpen),
                of("emoji-and-euro-sign.drl", LegitimateFilesDecideTest::isOpen),
                of("two-owners-of-two-rules.drl", Invoice::onPlan),
                of(
                        "indented-with-tabs-and-comments-between.drl",
                        i -> i.daysOverdue() > 14 && i.collectable().compareTo(small(i)) > 0),
                of("same-number-in-two-conditions.drl", i -> i.daysOverdue() == 10 && i.reminderLevel() == 0),
                of("ideographic-space.drl", i -> i.daysOverdue() > 3),
                of(
                        "byte-order-mark.drl",
                        i -> i.daysOverdue() > 14 && i.collectable().compareTo(small(i)) > 0),
                of("table-with-a-byte-order-mark.csv", i -> i.daysOverdue() >= 30),
                of(
                        "table-with-tabs.csv",
                        i -> i.daysOverdue() == 14 && !i.customer().creditHold()),
                of(
                        "table-of-yes-no-and-lists.csv",
                        i -> !i.onPlan()
                                        && !Set.of("DE", "AT")
                                                .contains(i.customer().country())
                                        && !i.stepsDone().contains(Action.CALL)
                                        && Set.of(SizeClass.A, SizeClass.B)
                                                .contains(i.customer().sizeClass())
                                || i.customer().sizeClass() != SizeClass.C));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void itFiresWhereItsWordsSaySo(String name, Predicate<Invoice> expected) throws Exception {
        var file = Corpus.ROOT.resolve("legitimate").resolve(name);
        var folder = Corpus.strategy(file, directory, directory.resolve("marker"));
        var compiled = StrategyCompiler.compile(StrategyFiles.read(folder));
        var fired = compiled.fire(FACTS).stream()
                .filter(firing -> firing.fact() instanceof Invoice)
                .map(firing -> firing.fact().id())
                .collect(Collectors.toSet());
        var due = FACTS.stream()
                .filter(fact -> fact instanceof Invoice invoice && expected.test(invoice))
                .map(Fact::id)
                .collect(Collectors.toSet());
        assertThat(fired).isEqualTo(due).isNotEmpty();
    }

    private static Arguments of(String name, Predicate<Invoice> expected) {
        return Arguments.of(name, expected);
    }

    private static boolean isOpen(Invoice invoice) {
        return invoice.collectable().signum() > 0;
    }

    private static boolean isSmall(Invoice invoice) {
        return invoice.collectable().compareTo(small(invoice)) < 0;
    }

    /** The parameter of the corpus, in the invoice's currency. */
    private static BigDecimal small(Invoice invoice) {
        return invoice.rates().convert(new BigDecimal("25.00"), "EUR", invoice.currency());
    }
}
