package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.engine.Accounts.Looked;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The date on which to ask again is the one found by deciding every single day of the year ahead. */
class NextEvaluationTest {
    private static final int CUSTOMERS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void itIsTheDayFoundByDecidingEverySingleDay(String strategy) {
        var dice = new Random(20260630);
        var all = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Accounts.few(dice, i))
                .toList();
        all.parallelStream().forEach(the -> assertAgreesWithEveryDay(new Looked(the.account(), the.book(), strategy)));
    }

    @Test
    void itIsTheFirstDayAnInvoiceIsReminded() {
        var customer = aCustomer().owing("80.00 EUR", inDays(1));
        // Due on Wednesday, five days later is a Monday; on the way there it becomes overdue.
        assertThat(next(customer).invoices().get(0).verdict().nextEvaluation()).isEqualTo(inDays(2));
        assertThat(next(customer.asOf(inDays(2))).customer().nextEvaluation()).isEqualTo(inDays(6));
    }

    @Test
    void itIsTheDayAPromiseIsOver() {
        var promised = aCustomer().owing("80.00 EUR").promised(null, daysAgo(2), inDays(1));
        // Three days of tolerance end on a Saturday; the answer of Sunday is another one, the promise being broken.
        assertThat(next(promised).customer().nextEvaluation()).isEqualTo(inDays(5));
    }

    @Test
    void aWeekendOnWhichNothingWouldHaveHappenedAnywayIsNoNews() {
        var farAway = aCustomer().owing("80.00 EUR", inDays(60));
        assertThat(next(farAway).customer().nextEvaluation()).isEqualTo(inDays(61));
    }

    @Test
    void whereOnlyAnEventChangesTheAnswerThereIsNone() {
        var paid = aCustomer().owing("80.00 EUR").paid("80.00 EUR", daysAgo(1));
        assertThat(next(paid).customer().nextEvaluation()).isNull();
        assertThat(next(paid).invoices().get(0).verdict().nextEvaluation()).isNull();
    }

    private static Decision next(Situation situation) {
        return NextEvaluation.of(situation.decider(), situation.account(), situation.book(), situation.decide());
    }

    private static void assertAgreesWithEveryDay(Looked the) {
        var found = NextEvaluation.of(the.decider(), the.account(), the.book(), the.decide());
        var dates = new HashMap<String, LocalDate>();
        dates.put("", found.customer().nextEvaluation());
        found.invoices().forEach(i -> dates.put(i.id(), i.verdict().nextEvaluation()));
        var expected = everyDay(the, dates.keySet().stream().toList());
        assertThat(dates).as("%s", the).isEqualTo(expected);
    }

    private static Map<String, LocalDate> everyDay(Looked the, List<String> wanted) {
        var known = AsOf.known(the.account(), the.book().asOf());
        var today = answers(the.decider().decide(known, the.book()));
        var first = new HashMap<String, LocalDate>();
        wanted.forEach(id -> first.put(id, null));
        for (int day = 1; day <= 365; day++) {
            var book = later(the.book(), day);
            var then = answers(the.decider().decide(known, book));
            for (var id : wanted) {
                if (first.get(id) == null && !today.get(id).equals(then.get(id))) {
                    first.put(id, book.asOf());
                }
            }
        }
        return first;
    }

    /** Bank data stays as fresh as it is: nothing else happens, but the bank goes on being read. */
    private static Book later(Book book, int days) {
        var bank = book.bankDataUpTo() == null ? null : book.bankDataUpTo().plusDays(days);
        return new Book(book.asOf().plusDays(days), bank, book.rates(), book.classes());
    }

    private static Map<String, List<Object>> answers(Decision decision) {
        var answers = new HashMap<String, List<Object>>();
        answers.put("", answer(decision.customer()));
        decision.invoices().forEach(i -> answers.put(i.id(), answer(i.verdict())));
        return answers;
    }

    /** What is done, how, about what, and which kinds of thing (but weekends) stand in the way; not the wording. */
    private static List<Object> answer(Verdict v) {
        var codes = v.blockers().stream()
                .map(Blocker::code)
                .filter(code -> code != Code.NON_WORKING_DAY && code != Code.NO_RULE)
                .collect(Collectors.toSet());
        return java.util.Arrays.asList(v.action(), v.level(), v.channel(), v.approval(), v.invoices(), v.asks(), codes);
    }
}
