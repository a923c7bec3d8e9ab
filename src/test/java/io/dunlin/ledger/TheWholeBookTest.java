package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TheWholeBookTest extends EmptyLedger {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Inject
    Ledger ledger;

    @Inject
    SessionFactory sessions;

    @Test
    void bankDataIsAsFreshAsTheNewestImportNotAfterTheDay() throws Exception {
        assertThat(ledger.book(MARCH).bankDataUpTo()).isNull();
        post("bank-imports", "{\"upTo\": \"2026-02-27\"}").statusCode(201);
        post("bank-imports", "{\"upTo\": \"2026-02-27\"}").statusCode(200);
        post("bank-imports", "{\"upTo\": \"2026-03-02\"}").statusCode(201);
        assertThat(ledger.book(MARCH).bankDataUpTo()).isEqualTo("2026-02-27");
        assertThat(ledger.book(MARCH.plusDays(1)).bankDataUpTo()).isEqualTo("2026-03-02");
        refused(post("bank-imports", "{}"), 422, "/upTo", "missing", rows());
    }

    @Test
    void ratesAreTheNewestOfEachCurrencyNotAfterTheDay() throws Exception {
        put("rates/2026-02-01", "{\"EUR\": 1, \"USD\": 1.1, \"CHF\": 0.9}").statusCode(201);
        put("rates/2026-02-20", "{\"EUR\": 1, \"USD\": 1.2}").statusCode(201);
        put("rates/2026-02-20", "{\"USD\": 1.3}").statusCode(200);
        put("rates/2026-03-02", "{\"USD\": 9}").statusCode(201);
        var rates = ledger.book(MARCH).rates().perUnit();
        assertThat(rates).containsOnlyKeys("CHF", "EUR", "USD");
        assertThat(rates.get("USD")).isEqualByComparingTo("1.3");
        refused(put("rates/2026-03-03", "{\"USD\": 0}"), 422, "/USD", "above zero", rows());
    }

    /** 500 + 300 + 150 + 50 = 1000: half of it is the first alone, 80 % the first two. */
    @Test
    void theFewWhoOweMostAreLarge() {
        owes("big", "500");
        owes("middle", "300");
        owes("small", "150");
        owes("tiny", "50");
        var classes = ledger.book(MARCH).classes();
        assertThat(classes.currency()).isEqualTo("EUR");
        assertThat(sizes(classes, "500", "300", "150", "50"))
                .containsExactly(SizeClass.A, SizeClass.B, SizeClass.C, SizeClass.C);
    }

    @Test
    void sizeLooksOnlyAtWhatWasOverdueOnTheDay() {
        owes("big", "500");
        owes("middle", "300");
        post("payments", """
                {"id": "P", "customer": "big", "invoice": "big-1", "on": "2026-02-10", "amount": 500,
                 "currency": "EUR", "reversedOn": "2026-02-20"}""").statusCode(201);
        assertThat(ledger.book(LocalDate.of(2026, 1, 31)).classes()).isNull();
        assertThat(limit("2026-02-09")).isEqualByComparingTo("500");
        assertThat(limit("2026-02-10")).isEqualByComparingTo("300");
        assertThat(limit("2026-02-20")).isEqualByComparingTo("500");
    }

    @Test
    void customersOfSeveralCurrenciesAreComparedInTheBaseCurrency() {
        put("rates/2026-01-01", "{\"EUR\": 1, \"JPY\": 100}").statusCode(201);
        customer("tokyo");
        invoice("t", "tokyo", "10000", "JPY", "2026-01-31");
        owes("berlin", "90");
        assertThat(limit("2026-02-09")).isEqualByComparingTo("100");
    }

    @Test
    void withoutRatesTheCommonestCurrencyIsTheMeasure() {
        customer("dallas");
        invoice("d", "dallas", "70", "USD", "2026-01-31");
        var classes = ledger.book(MARCH).classes();
        assertThat(classes).isEqualTo(new SizeClasses("USD", new BigDecimal("70"), new BigDecimal("70")));
    }

    @Test
    void anAccountTakesTheSameFewQueriesHoweverMuchIsInIt() {
        customer("C");
        for (int i = 0; i < 20; i++) {
            invoice("I" + i, "C", "100");
            post("plans", """
                    {"id":"L%d","customer":"C","invoices":["I%d"],"on":"2026-02-01",
                     "instalments":[{"due":"2026-03-01","amount":50}]}""".formatted(i, i)).statusCode(201);
            post("contacts", """
                    {"id":"K%d","customer":"C","on":"2026-02-01","channel":"PHONE",
                     "steps":[{"invoice":"I%d","action":"CALL","level":1}]}""".formatted(i, i)).statusCode(201);
        }
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        var account = ledger.account("C").orElseThrow();
        assertThat(account.plans())
                .hasSize(20)
                .allMatch(plan -> plan.instalments().size() == 1);
        assertThat(account.contacts())
                .hasSize(20)
                .allMatch(contact -> contact.steps().size() == 1);
        // Others ask the database now and then too, whether they are behind: the quietest of a few times counts.
        long fewest = Long.MAX_VALUE;
        for (int times = 0; times < 5; times++) {
            statistics.clear();
            ledger.account("C");
            fewest = Math.min(fewest, statistics.getPrepareStatementCount());
        }
        assertThat(fewest).isBetween(1L, 15L);
    }

    @Test
    void customersAreListedPageByPage() {
        List.of("a", "B", "c").forEach(EmptyLedger::customer);
        get("customers?limit=2").body("customers.id", contains("B", "a")).body("next", equalTo("a"));
        get("customers?limit=2&after=a").body("customers.id", contains("c")).body("next", equalTo(null));
        get("customers?limit=1&after=a").body("customers.id", contains("c")).body("next", equalTo(null));
        assertThat(ledger.customers()).containsExactly("B", "a", "c");
        assertThat(ledger.accounts(List.of("c", "B", "nobody")))
                .extracting(account -> account.customer().id())
                .containsExactly("B", "c");
    }

    @Test
    void theCustomerOfAnInvoiceIsFound() {
        owes("C", "1");
        assertThat(ledger.customerOfInvoice("C-1")).contains("C");
        assertThat(ledger.customerOfInvoice("none")).isEmpty();
    }

    @Test
    void theSameMessageSentEightTimesAtOnceIsStoredOnce() throws Exception {
        Callable<Integer> send = () -> put("customers/C", "{\"id\": \"C\", \"country\": \"DE\"}")
                .extract()
                .statusCode();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = pool.invokeAll(java.util.Collections.nCopies(8, send)).stream()
                    .map(TheWholeBookTest::value)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        } finally {
            pool.shutdown();
        }
        assertThat(rows()).isEqualTo(1);
    }

    private static <T> T value(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private BigDecimal limit(String day) {
        return ledger.book(LocalDate.parse(day)).classes().aFrom();
    }

    private static void owes(String customer, String amount) {
        customer(customer);
        invoice(customer + "-1", customer, amount);
    }

    private List<SizeClass> sizes(SizeClasses classes, String... amounts) {
        return java.util.Arrays.stream(amounts)
                .map(amount -> classes.of(
                        new BigDecimal(amount), "EUR", ledger.book(MARCH).rates()))
                .toList();
    }
}
