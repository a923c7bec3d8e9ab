package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class EachKindOfRecordTest extends EmptyLedger {
    private static final String CUSTOMER = """
            {"id": "C", "name": "Bäckerei Öz & Söhne", "country": "DE", "zone": "Europe/Berlin", "language": "de-DE",
             "type": "COMPANY", "group": "G", "segment": "retail", "preferredChannel": "PHONE", "email": "a@example.org",
             "phone": "+49 1", "address": "Weg 1\\nOrt", "undeliverable": ["EMAIL", "SMS"],
             "billingContactConfirmedOn": "2026-01-01", "salesperson": "Sam", "collector": "Kim",
             "creditLimit": 1000.50, "creditCurrency": "EUR", "creditHoldSince": "2026-01-03",
             "insolventSince": "2026-02-01", "doNotContact": true, "sizeClass": "B", "strategy": "relationship", "payer": "D"}""";
    private static final String INVOICE = """
            {"id": "I", "customer": "C", "issued": "2026-01-02", "due": "2026-01-31", "amount": 100.10,
             "currency": "EUR", "terms": "30 days", "reference": "PO 7", "undelivered": true,
             "goods": {"returnableUntil": "2026-03-01", "resaleValue": 20.00, "retentionOfTitle": true},
             "writtenOffOn": "2027-01-01", "charge": null}""";

    @Inject
    ObjectMapper json;

    @BeforeEach
    void aCustomerWithTwoInvoices() {
        put("customers/C", CUSTOMER).statusCode(201);
        put("invoices/I", INVOICE).statusCode(201);
        invoice("J", "C", "50");
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("payments", """
                        {"id": "X", "customer": "C", "invoice": "I", "on": "2026-02-01", "amount": 10.00,
                         "currency": "EUR", "state": "IN_TRANSIT", "reversedOn": "2026-02-02",
                         "bookedOn": "2026-02-02", "allocatedOn": null}"""),
                Arguments.of("credits", """
                        {"id": "X", "customer": "C", "invoice": null, "on": "2026-02-01", "amount": 10.00,
                         "currency": "USD", "cancelledOn": "2026-02-02", "allocatedOn": null}"""),
                Arguments.of("disputes", """
                        {"id": "X", "invoice": "I", "on": "2026-02-01", "amount": 10.00, "reason": "broken",
                         "owner": "quality", "resolvedOn": "2026-02-02"}"""),
                Arguments.of("deductions", """
                        {"id": "X", "invoice": "I", "on": "2026-02-01", "amount": 10.00, "reason": "bonus",
                         "plan": "B2026", "decidedOn": "2026-02-02", "matched": true, "settledOn": "2026-02-03"}"""),
                Arguments.of("promises", """
                        {"id": "X", "invoice": "I", "on": "2026-02-01", "amount": 10.00, "until": "2026-02-08",
                         "by": "Ms Li", "cancelledOn": "2026-02-02"}"""),
                Arguments.of("plans", """
                        {"id": "X", "customer": "C", "invoices": ["J", "I"], "on": "2026-02-01",
                         "instalments": [{"due": "2026-03-01", "amount": 75.05}, {"due": "2026-04-01", "amount": 75.05}],
                         "terms": "4 %", "cancelledOn": "2026-02-02"}"""),
                Arguments.of("contacts", """
                        {"id": "X", "customer": "C", "on": "2026-02-01", "channel": "PHONE", "result": "NO_ANSWER",
                         "by": "Kim", "note": "mailbox", "decision": "d1",
                         "steps": [{"invoice": "J", "action": "CALL", "level": 1},
                                   {"invoice": null, "action": "CREDIT_REVIEW", "level": 2}]}"""),
                Arguments.of("holds", """
                        {"id": "X", "customer": "C", "invoice": "I", "reason": "talks", "from": "2026-02-01",
                         "until": "2026-02-20", "by": "Kim", "liftedOn": "2026-02-10"}"""),
                Arguments.of("overrides", """
                        {"id": "X", "customer": "C", "invoice": "I", "action": "REMINDER", "level": 2, "reason": "RISK",
                         "text": "they sell their lorries", "by": "Kim", "from": "2026-02-01", "until": "2026-02-20",
                         "liftedOn": "2026-02-10"}"""));
    }

    @ParameterizedTest
    @MethodSource("events")
    void comesBackAsItWasSent(String list, String body) throws Exception {
        assertSame(post(list, body).statusCode(201).extract().asString(), body);
        var account = json.readTree(
                get("customers/C/account").statusCode(200).extract().asString());
        assertSame(account.path(list).path(0).toString(), body);
    }

    @ParameterizedTest
    @MethodSource("events")
    void sentAgainIsStoredOnce(String list, String body) throws Exception {
        var first = post(list, body).statusCode(201).extract().asString();
        var rows = rows();
        assertSame(post(list, body).statusCode(200).extract().asString(), first);
        assertThat(rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("events")
    void withTheSameIdButAnotherDayIsAConflictThatNamesTheField(String list, String body) throws Exception {
        post(list, body).statusCode(201);
        var other = body.replace("\"2026-02-01\"", "\"2026-01-30\"");
        refused(
                post(list, other),
                409,
                list.equals("holds") || list.equals("overrides") ? "/from" : "/on",
                "stored: 2026-02-01",
                rows());
    }

    @ParameterizedTest
    @MethodSource("events")
    void withTheSameAmountWrittenOtherwiseIsTheSame(String list, String body) {
        post(list, body).statusCode(201);
        post(list, body.replace("10.00", "10.0").replace("75.05", "75.050")).statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("events")
    void ofAnUnknownInvoiceOrCustomerIsRefused(String list, String body) throws Exception {
        var rows = rows();
        var stranger = body.replace("\"I\"", "\"nowhere\"").replace("\"C\"", "\"nobody\"");
        var problem = post(list, stranger).statusCode(422).extract().jsonPath();
        assertThat(problem.getList("errors.message", String.class))
                .anyMatch(m -> m.contains("There is no customer") || m.contains("there is no invoice"));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void customersAndInvoicesComeBackAsTheyWereSent() throws Exception {
        assertSame(get("customers/C").statusCode(200).extract().asString(), CUSTOMER);
        assertSame(get("invoices/I").statusCode(200).extract().asString(), INVOICE);
    }

    @Test
    void putAgainReplacesAndSaysSo() {
        put("customers/C", "{\"id\": \"C\", \"country\": \"FR\"}")
                .statusCode(200)
                .body("country", equalTo("FR"));
        get("customers/C").body("name", equalTo(null)).body("doNotContact", equalTo(false));
        put("invoices/I", INVOICE.replace("100.10", "99")).statusCode(200);
        get("invoices/I").body("amount", equalTo(99));
    }

    @Test
    void anInvoiceKeepsItsCustomerAndCurrency() throws Exception {
        customer("D");
        refused(put("invoices/I", INVOICE.replace("\"C\"", "\"D\"")), 409, "/customer", "never changes", rows());
        refused(put("invoices/I", INVOICE.replace("EUR", "USD")), 409, "/currency", "never changes", rows());
    }

    @Test
    void whatIsUnknownIsNotFound() {
        get("customers/nobody").statusCode(404).body("code", equalTo("not-found"));
        get("invoices/none").statusCode(404);
        get("customers/nobody/account").statusCode(404);
        get("customers/no%00body").statusCode(404);
        post("disputes/none/resolve?on=2026-03-01", "").statusCode(404);
    }

    /** Fields compare as JSON, but an amount by its value and a set in any order. */
    private void assertSame(String actual, String expected) throws Exception {
        assertThat(normal(json.readTree(actual))).isEqualTo(normal(json.readTree(expected)));
    }

    private static String normal(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(e -> e.getKey() + "=" + normal(e.getValue()))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (node.isArray()
                && node.path(0).isTextual()
                && node.path(0).asText().equals(node.path(0).asText().toUpperCase())
                && node.path(0).asText().length() > 1) {
            return node.valueStream().map(JsonNode::asText).sorted().toList().toString();
        }
        return node.isArray()
                ? node.valueStream().map(EachKindOfRecordTest::normal).toList().toString()
                : node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }
}
