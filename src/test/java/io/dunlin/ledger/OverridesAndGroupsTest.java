package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverridesAndGroupsTest extends EmptyLedger {
    private static final String ORDER = """
            {"id": "O", "customer": "C", "invoice": "I", "action": "NO_ACTION", "reason": "GOODWILL",
             "text": "they build our new hall", "by": "Kim", "from": "2026-02-01", "until": "2026-02-20"}""";

    @Inject
    Ledger ledger;

    @BeforeEach
    void aCustomer() {
        customer("C");
        invoice("I", "C", "100");
    }

    @Test
    void twoOrdersOfTheSameScopeDoNotHoldAtOnce() throws Exception {
        post("overrides", ORDER).statusCode(201);
        var other = ORDER.replace("\"O\"", "\"O2\"")
                .replace("2026-02-01", "2026-02-20")
                .replace("-20\"}", "-25\"}");
        refused(post("overrides", other), 422, "/from", "overlaps override O ", rows());
        post("overrides/O/lift?on=2026-02-20", "").statusCode(200);
        post("overrides", other).statusCode(201);
    }

    @Test
    void anOrderThatWasCarriedOutIsInNobodysWay() {
        post("overrides", ORDER.replace("NO_ACTION", "CALL")).statusCode(201);
        post("contacts", """
                {"id": "K", "customer": "C", "on": "2026-02-05", "channel": "PHONE",
                 "steps": [{"invoice": "I", "action": "CALL"}]}""").statusCode(201);
        post("overrides", ORDER.replace("\"O\"", "\"O2\"").replace("2026-02-01", "2026-02-05"))
                .statusCode(201);
    }

    @Test
    void anOrderWithoutAReasonOrAnEndIsRefused() throws Exception {
        refused(post("overrides", ORDER.replace("\"GOODWILL\"", "null")), 422, "/reason", "kind of reason", rows());
        refused(post("overrides", ORDER.replace("\"2026-02-20\"", "null")), 422, "/until", "must end", rows());
        refused(post("overrides", ORDER.replace("\"Kim\"", "\"\"")), 422, "/by", "who ordered it", rows());
    }

    @Test
    void theBookOfAnEarlierDayKnowsNothingOfIt() {
        post("overrides", ORDER).statusCode(201);
        get("customers/C/account?asOf=2026-01-31").body("overrides", empty());
        get("customers/C/account?asOf=2026-02-01").body("overrides.id", contains("O"));
    }

    @Test
    void aDecisionFromTheLedgerFollowsTheOrderAndIsReplayed() {
        post("bank-imports", "{\"upTo\": \"2026-02-16\"}");
        post("overrides", ORDER).statusCode(201);
        var decision = post("customers/C/next-best-action?asOf=2026-02-17", "")
                .statusCode(200)
                .body("invoices[0].blockers.code", org.hamcrest.Matchers.hasItem("OVERRIDDEN"))
                .extract()
                .jsonPath();
        post("decisions/" + decision.getString("id") + "/replay", "").body("identical", equalTo(true));
    }

    @Test
    void anAccountComesWithItsPayerAndTheContactsOfItsGroup() {
        member("PARENT", "\"group\": \"G\"");
        member("CHILD", "\"group\": \"G\", \"payer\": \"PARENT\"");
        member("SISTER", "\"group\": \"G\"");
        member("COUSIN", "\"payer\": \"PARENT\"");
        member("STRANGER", "\"group\": \"H\"");
        invoice("P1", "PARENT", "50");
        for (var id : List.of("PARENT", "CHILD", "SISTER", "COUSIN", "STRANGER")) {
            post("contacts", """
                    {"id": "K-%s", "customer": "%s", "on": "2026-02-05", "channel": "PHONE"}""".formatted(id, id));
        }
        var child = ledger.account("CHILD").orElseThrow();
        assertThat(child.payer().invoices()).extracting(i -> i.id()).containsExactly("P1");
        assertThat(child.payer().contacts()).extracting(c -> c.id()).containsExactly("K-PARENT");
        assertThat(child.groupContacts()).extracting(c -> c.id()).containsExactly("K-COUSIN", "K-SISTER");
        var parent = ledger.account("PARENT").orElseThrow();
        assertThat(parent.payer()).isNull();
        assertThat(parent.groupContacts()).extracting(c -> c.id()).containsExactly("K-CHILD", "K-COUSIN", "K-SISTER");
        assertThat(ledger.account("STRANGER").orElseThrow().groupContacts()).isEmpty();
        assertThat(ledger.accounts(List.of("CHILD", "PARENT", "STRANGER")))
                .containsExactly(child, parent, ledger.account("STRANGER").orElseThrow());
    }

    @Test
    void aLateChargeNamesAnInvoiceOfTheSameCustomer() throws Exception {
        var charge = """
                {"id": "F", "customer": "C", "issued": "2026-02-02", "due": "2026-02-16", "amount": 40, "currency": "EUR",
                 "charge": {"invoice": "I"}}""";
        put("invoices/F", charge).statusCode(201).body("charge.level", equalTo(1));
        get("invoices/F").body("charge.invoice", equalTo("I"));
        refused(
                put("invoices/G", charge.replace("\"F\"", "\"G\"").replace("\"I\"", "\"F\"")),
                422,
                "/charge/invoice",
                "is a late charge itself",
                rows());
        refused(
                put("invoices/G", charge.replace("\"F\"", "\"G\"").replace("\"I\"", "\"X\"")),
                422,
                "/charge/invoice",
                "there is no invoice X",
                rows());
    }

    private static void member(String id, String more) {
        put("customers/" + id, "{\"country\": \"DE\", %s}".formatted(more)).statusCode(201);
    }
}
