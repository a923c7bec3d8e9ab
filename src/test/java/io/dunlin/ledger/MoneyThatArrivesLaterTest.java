package io.dunlin.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment is announced, arrives, and finds its invoice; each on its day, each told once. */
@QuarkusTest
class MoneyThatArrivesLaterTest extends EmptyLedger {
    private static final String ANNOUNCED = """
            {"id": "P", "customer": "C", "on": "2026-02-01", "amount": 100, "currency": "EUR", "state": "IN_TRANSIT"}""";

    @BeforeEach
    void anAnnouncedPayment() {
        customer("C");
        invoice("I", "C", "100");
        invoice("J", "C", "100");
        post("payments", ANNOUNCED).statusCode(201);
    }

    @Test
    void itIsBookedOnceAndOnTheSameDayAgain() throws Exception {
        post("payments/P/book", "").statusCode(400);
        post("payments/P/book?on=2026-02-03", "").statusCode(200).body("bookedOn", equalTo("2026-02-03"));
        post("payments/P/book?on=2026-02-03", "").statusCode(200);
        refused(post("payments/P/book?on=2026-02-04", ""), 409, "/bookedOn", "stored: 2026-02-03", rows());
    }

    @Test
    void itIsNotBookedBeforeItWasAnnouncedNorWhereItWasNeverAnnounced() throws Exception {
        refused(post("payments/P/book?on=2026-01-31", ""), 422, "/bookedOn", "before its beginning", rows());
        post("payments", ANNOUNCED.replace("\"P\"", "\"Q\"").replace("IN_TRANSIT", "BOOKED"))
                .statusCode(201);
        refused(post("payments/Q/book?on=2026-02-05", ""), 422, "/bookedOn", "only an announced payment", rows());
    }

    @Test
    void itIsMatchedToAnInvoiceLaterAndOnlyOnce() throws Exception {
        post("payments/P/allocate?on=2026-02-04", "").statusCode(400);
        post("payments/P/allocate?on=2026-02-04&invoice=I", "")
                .statusCode(200)
                .body("invoice", equalTo("I"))
                .body("allocatedOn", equalTo("2026-02-04"));
        post("payments/P/allocate?on=2026-02-04&invoice=I", "").statusCode(200);
        refused(post("payments/P/allocate?on=2026-02-04&invoice=J", ""), 409, "/invoice", "stored: I", rows());
    }

    @Test
    void itIsNotMatchedToSomebodyElsesInvoice() throws Exception {
        customer("D");
        invoice("K", "D", "5");
        refused(post("payments/P/allocate?on=2026-02-04&invoice=K", ""), 422, "/invoice", "no invoice K", rows());
    }

    @Test
    void aCreditNoteIsMatchedLaterToo() {
        post("credits", "{\"id\":\"N\",\"customer\":\"C\",\"on\":\"2026-02-01\",\"amount\":1,\"currency\":\"EUR\"}");
        post("credits/N/allocate?on=2026-02-04&invoice=I", "").statusCode(200);
        get("credits/N").body("invoice", equalTo("I")).body("allocatedOn", equalTo("2026-02-04"));
    }

    @Test
    void theFirstMessageSentAgainUndoesNothing() {
        post("payments/P/book?on=2026-02-03", "").statusCode(200);
        post("payments/P/allocate?on=2026-02-04&invoice=I", "").statusCode(200);
        post("payments", ANNOUNCED)
                .statusCode(200)
                .body("invoice", equalTo("I"))
                .body("bookedOn", equalTo("2026-02-03"));
    }

    @Test
    void theBookOfAPastDayKnowsItAsItWasThen() {
        post("payments/P/book?on=2026-02-03", "").statusCode(200);
        post("payments/P/allocate?on=2026-02-05&invoice=I", "").statusCode(200);
        get("customers/C/account?asOf=2026-02-02").body("payments[0].bookedOn", equalTo(null));
        get("customers/C/account?asOf=2026-02-04")
                .body("payments[0].bookedOn", equalTo("2026-02-03"))
                .body("payments[0].invoice", equalTo(null));
        get("customers/C/account?asOf=2026-02-05").body("payments[0].invoice", equalTo("I"));
    }

    @Test
    void everyRecordIsToldByItself() {
        get("payments/P").statusCode(200).body("id", equalTo("P"));
        get("payments/none").statusCode(404);
        get("overrides/none").statusCode(404);
        get("holds/none").statusCode(404);
    }

    @Test
    void ratesAreToldAsTheyWerePut() {
        put("rates/2026-02-01", "{\"EUR\": 1, \"USD\": 1.1}").statusCode(201);
        get("rates/2026-02-01").statusCode(200).body("USD", equalTo(1.1f)).body("EUR", equalTo(1));
        get("rates/2026-02-02").statusCode(404);
        put("rates/2026-02-01", "{\"EUX\": 1}").statusCode(422).body("errors.pointer", contains("/EUX"));
    }

    @Test
    void bankImportsAreToldNewestFirst() {
        post("bank-imports", "{\"upTo\": \"2026-02-01\"}").statusCode(201);
        post("bank-imports", "{\"upTo\": \"2026-02-03\"}").statusCode(201);
        get("bank-imports").body("upTo", contains("2026-02-03", "2026-02-01"));
        get("bank-imports?limit=1").body("upTo", hasSize(1));
    }

    @Test
    void aRecordWithoutAnIdHasThatOfItsAddress() {
        put("customers/E", "{\"country\": \"DE\"}").statusCode(201).body("id", equalTo("E"));
        put("invoices/L", """
                {"customer": "E", "issued": "2026-01-02", "amount": 5, "currency": "EUR"}""").statusCode(201).body("id", equalTo("L"));
        put("customers/E", "{\"id\": \"F\", \"country\": \"DE\"}").statusCode(422);
    }
}
