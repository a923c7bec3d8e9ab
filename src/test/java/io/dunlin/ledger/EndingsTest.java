package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EndingsTest extends EmptyLedger {
    private static final String DISPUTE = "{\"id\": \"X\", \"invoice\": \"I\", \"on\": \"2026-02-01\"}";

    @BeforeEach
    void anInvoiceAndOneOfEachOnIt() {
        customer("C");
        invoice("I", "C", "100");
        post("payments", "{\"id\":\"X\",\"customer\":\"C\",\"on\":\"2026-02-01\",\"amount\":1,\"currency\":\"EUR\"}");
        post("credits", "{\"id\":\"X\",\"customer\":\"C\",\"on\":\"2026-02-01\",\"amount\":1,\"currency\":\"EUR\"}");
        post("disputes", DISPUTE);
        post("deductions", "{\"id\":\"X\",\"invoice\":\"I\",\"on\":\"2026-02-01\",\"amount\":1}");
        post("promises", "{\"id\":\"X\",\"invoice\":\"I\",\"on\":\"2026-02-01\",\"until\":\"2026-02-09\"}");
        post("plans", """
                {"id":"X","customer":"C","invoices":["I"],"on":"2026-02-01",
                 "instalments":[{"due":"2026-03-01","amount":100}]}""");
        post("holds", "{\"id\":\"X\",\"customer\":\"C\",\"from\":\"2026-02-01\",\"until\":\"2026-02-20\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "payments/X/reverse, reversedOn",
        "credits/X/cancel, cancelledOn",
        "disputes/X/resolve, resolvedOn",
        "promises/X/cancel, cancelledOn",
        "plans/X/cancel, cancelledOn",
        "holds/X/lift, liftedOn",
        "invoices/I/write-off, writtenOffOn"
    })
    void endOnceAndOnTheSameDayAgain(String path, String field) throws Exception {
        post(path, "").statusCode(400).body("errors[0].field", equalTo("on"));
        post(path + "?on=2026-01-01", "").statusCode(422).body("errors.pointer", contains("/" + field));
        post(path + "?on=2026-02-05", "").statusCode(200).body(field, equalTo("2026-02-05"));
        post(path + "?on=2026-02-05", "").statusCode(200).body(field, equalTo("2026-02-05"));
        refused(post(path + "?on=2026-02-06", ""), 409, "/" + field, "stored: 2026-02-05", rows());
    }

    @ParameterizedTest
    @CsvSource({
        "payments/X/reverse, reversedOn",
        "credits/X/cancel, cancelledOn",
        "disputes/X/resolve, resolvedOn",
        "promises/X/cancel, cancelledOn",
        "plans/X/cancel, cancelledOn",
        "holds/X/lift, liftedOn",
        "invoices/I/write-off, writtenOffOn",
        "payments/X/allocate, allocatedOn",
        "credits/X/allocate, allocatedOn",
        "deductions/X/decide, decidedOn"
    })
    void areTakenBackAndSaidAnew(String path, String field) throws Exception {
        var rest = path.endsWith("decide") ? "&matched=true" : path.endsWith("allocate") ? "&invoice=I" : "";
        var before = rows();
        takenBack(path).statusCode(200).body(field, equalTo(null));
        assertThat(rows()).isEqualTo(before);
        post(path + "?on=2026-02-05" + rest, "").statusCode(200);
        post(path + "?on=2026-02-06" + rest, "").statusCode(409).body(containsString("taken back first, with DELETE"));
        takenBack(path).statusCode(200).body(field, equalTo(null)).body("matched", equalTo(null));
        assertThat(rows()).isEqualTo(before);
        post(path + "?on=2026-02-06" + rest, "").statusCode(200).body(field, equalTo("2026-02-06"));
    }

    @Test
    void whatOtherThingsRestOnIsNotTakenBackBeforeThem() throws Exception {
        post("deductions/X/decide?on=2026-02-05&matched=true", "").statusCode(200);
        post("deductions/X/settle?on=2026-02-06", "").statusCode(200);
        refused(takenBack("deductions/X/decide"), 422, "/settledOn", "found right", rows());
        takenBack("deductions/X/settle").statusCode(200);
        takenBack("deductions/X/decide").statusCode(200);
        takenBack("deductions/X/reverse").statusCode(404).body(containsString("is not said of deductions"));
        takenBack("deductions/nobody/settle").statusCode(404);
        takenBack("contacts/X/settle").statusCode(404);
    }

    private static ValidatableResponse takenBack(String path) {
        return given().delete("/api/v1/" + path).then();
    }

    /** Money that came with its invoice stays there. */
    @Test
    void moneyThatWasNeverMatchedLaterKeepsItsInvoice() {
        post(
                "payments",
                "{\"id\":\"Y\",\"customer\":\"C\",\"invoice\":\"I\",\"on\":\"2026-02-01\",\"amount\":1,\"currency\":\"EUR\"}");
        takenBack("payments/Y/allocate").statusCode(200).body("invoice", equalTo("I"));
        get("payments/Y").body("invoice", equalTo("I"));
    }

    @Test
    void anInvoiceThatIsSentAgainStaysWrittenOff() {
        post("invoices/I/write-off?on=2026-02-05", "").statusCode(200);
        put("invoices/I", """
                        {"id": "I", "customer": "C", "issued": "2026-01-02", "due": "2026-01-31", "amount": 90,
                         "currency": "EUR"}""").statusCode(200);
        get("invoices/I").body("amount", equalTo(90)).body("writtenOffOn", equalTo("2026-02-05"));
    }

    @Test
    void moneyIsNotReversedBeforeItIsBookedNorMatchedAfterItIsReversed() throws Exception {
        post(
                "payments",
                "{\"id\":\"Y\",\"customer\":\"C\",\"on\":\"2026-02-01\",\"amount\":1,\"currency\":\"EUR\",\"state\":\"IN_TRANSIT\"}");
        post("payments/Y/book?on=2026-02-12", "").statusCode(200);
        refused(post("payments/Y/reverse?on=2026-02-11", ""), 422, "/reversedOn", "2026-02-12", rows());
        post("payments/Y/reverse?on=2026-02-12", "").statusCode(200);
        refused(post("payments/Y/allocate?on=2026-02-14&invoice=I", ""), 422, "/allocatedOn", "over on", rows());
        post("credits/X/cancel?on=2026-02-05", "").statusCode(200);
        refused(post("credits/X/allocate?on=2026-02-06&invoice=I", ""), 422, "/allocatedOn", "over on", rows());
    }

    @Test
    void aDeductionIsSettledOnlyAfterItWasFoundRight() throws Exception {
        refused(post("deductions/X/settle?on=2026-02-05", ""), 422, "/settledOn", "found right", rows());
        post("deductions/X/decide?on=2026-02-05", "").statusCode(400).body("errors[0].field", equalTo("matched"));
        post("deductions/X/decide?on=2026-02-05&matched=true", "")
                .statusCode(200)
                .body("matched", equalTo(true));
        post("deductions/X/decide?on=2026-02-05&matched=true", "").statusCode(200);
        refused(post("deductions/X/decide?on=2026-02-05&matched=false", ""), 409, "/matched", "stored: true", rows());
        post("deductions/X/settle?on=2026-02-06", "").statusCode(200).body("settledOn", equalTo("2026-02-06"));
    }

    @Test
    void theFirstMessageSentAgainDoesNotReopen() {
        post("disputes/X/resolve?on=2026-02-05", "").statusCode(200);
        post("disputes", DISPUTE).statusCode(200).body("resolvedOn", equalTo("2026-02-05"));
    }

    @Test
    void theAccountOfAPastDayKnowsNothingOfWhatCameLater() {
        post("disputes/X/resolve?on=2026-02-05", "").statusCode(200);
        get("customers/C/account?asOf=2026-02-04").body("disputes[0].resolvedOn", equalTo(null));
        get("customers/C/account?asOf=2026-02-05").body("disputes[0].resolvedOn", equalTo("2026-02-05"));
        get("customers/C/account?asOf=2026-01-31").body("disputes", empty()).body("invoices.id", contains("I"));
        get("customers/C/account?asOf=2026-01-01").body("invoices", empty());
    }
}
