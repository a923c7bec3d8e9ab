package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Families;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The book goes on while it is read. */
@QuarkusTest
class OneMomentTest extends EmptyLedger {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Inject
    WholeBook wholeBook;

    @Test
    void whatIsWrittenWhileTheBookIsReadIsNotSeen() {
        imported(1200);
        var read = wholeBook.atOneMoment(moment -> {
            var all = new ArrayList<Account>();
            var customers = moment.accounts().iterator();
            all.add(customers.next());
            customer("Z");
            invoice("Z-1", "C1100", "5000000");
            customers.forEachRemaining(all::add);
            assertThat(moment.customers()).isEqualTo(1200);
            assertThat(moment.invoices()).isEqualTo(1200);
            assertThat(moment.currencies()).containsExactly("EUR");
            assertThat(moment.book(MARCH, MARCH).classes().aFrom()).isEqualByComparingTo("100");
            return all;
        });
        assertThat(ids(read)).isEqualTo(expected(1200));
        assertThat(read).allSatisfy(account -> assertThat(account.invoices()).hasSize(1));
        var later = wholeBook.atOneMoment(moment -> moment.accounts().toList());
        assertThat(later).hasSize(1201);
    }

    @Test
    void whoBelongsTogetherIsReadTogetherWhereTheFirstOfThemStands() {
        linked("A", "\"group\": \"G\"");
        linked("B", "\"name\": \"alone\"");
        linked("D", "\"group\": \"G\"");
        // Nobody we sell to, and before all others.
        linked("C", "\"payer\": \"0\"");
        linked("E", "\"payer\": \"0\"");
        var families = wholeBook.atOneMoment(moment -> {
            try {
                return moment.families().map(OneMomentTest::ids).toList();
            } catch (Families.TooLarge e) {
                throw new AssertionError(e);
            }
        });
        assertThat(families).containsExactly(List.of("A", "D"), List.of("B"), List.of("C", "E"));
    }

    private static void linked(String id, String link) {
        given().contentType("application/json")
                .body("{\"id\": \"%s\", \"country\": \"DE\", %s}".formatted(id, link))
                .put("/api/v1/customers/" + id)
                .then()
                .statusCode(201);
    }

    private static void imported(int customers) {
        var mapping = """
                kind: invoices
                fields: { id: id, customer: who, customer.country: { value: DE }, issued: { value: 2026-01-02 },
                          due: { value: 2026-01-31 }, amount: { value: "100.00" }, currency: { value: EUR } }
                """;
        var file = "id,who\n"
                + expected(customers).stream()
                        .map(id -> "I" + id + "," + id + "\n")
                        .collect(Collectors.joining());
        given().multiPart("file", "file.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(201);
    }

    private static List<String> expected(int customers) {
        return IntStream.range(0, customers).mapToObj("C%04d"::formatted).toList();
    }

    private static List<String> ids(List<Account> accounts) {
        return accounts.stream().map(account -> account.customer().id()).toList();
    }
}
