package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadInputTest extends EmptyLedger {
    private static final String PAYMENT = """
            {"id": "P", "customer": "C", "invoice": "I", "on": "2026-02-01", "amount": 10.00, "currency": "EUR"}""";

    @BeforeEach
    void aCustomerWithAnInvoice() {
        customer("C");
        invoice("I", "C", "100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10.00 | -5 | /amount | must be above zero",
                "10.00 | 0 | /amount | must be above zero",
                "10.00 | 1234567890123456 | /amount | more than 15 digits",
                "10.00 | 0.001 | /amount | 2 decimals",
                "10.00 | null | /amount | missing",
                "\"EUR\" | \"EUX\" | /currency | not a currency",
                "\"EUR\" | \"XAU\" | /currency | not a currency",
                "\"EUR\" | \"USD\" | /currency | convert it",
                "\"EUR\" | null | /currency | missing",
                "\"2026-02-01\" | \"1969-12-31\" | /on | before 1970",
                "\"2026-02-01\" | \"2201-01-01\" | /on | after 2200",
                "\"2026-02-01\" | null | /on | missing",
                "\"P\" | \"\" | /id | missing",
                "\"P\" | null | /id | missing",
                "\"P\" | \"a\\u0000b\" | /id | cannot be printed",
                "\"P\" | \"a\\u200bb\" | /id | that nobody sees",
                "\"P\" | \"a\\u202eb\" | /id | that nobody sees",
                "\"P\" | \"a\\ud800b\" | /id | cannot be printed",
                "\"P\" | \"a\ufffdb\" | /id | damaged",
                "\"C\" | \"D\" | /customer | no customer D",
                "\"I\" | \"none\" | /invoice | no invoice none"
            })
    void anImpossibleValueIsNamedAndNothingStored(String good, String bad, String pointer, String words)
            throws Exception {
        refused(post("payments", PAYMENT.replace(good, bad)), 422, pointer, words, rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-02-01\" | \"2026-02-30\" | /on | year-month-day",
                "\"2026-02-01\" | \"01.02.2026\" | /on | year-month-day",
                "\"2026-02-01\" | \"2026-02-01T23:00:00Z\" | /on | year-month-day",
                "\"2026-02-01\" | 20260201 | /on | a date",
                "\"2026-02-01\" | [2026, 2, 1] | /on | a date",
                "\"2026-02-01\" | \"\" | /on | a date",
                "10.00 | 1e99999999999 | /amount | larger or longer",
                "10.00 | 1e999999 | /amount | a number; write it plainly",
                "10.00 | 0e-20000 | /amount | a number; write it plainly",
                "10.00 | 0e20000 | /amount | a number; write it plainly",
                "\"P\" | 5 | /id | a text",
                "\"P\" | true | /id | a text",
                "10.00 | \"ten\" | /amount | a number",
                "10.00 | [] | /amount | a number",
                "\"amount\" | \"amout\" | /amout | did you mean `amount`",
                "\"EUR\" | \"EUR\", \"state\": \"BOKED\" | /state | did you mean `BOOKED`",
                "\"EUR\" | \"EUR\", \"state\": 1 | /state | one of BOOKED, IN_TRANSIT",
                "\"P\" | {} | /id | a text"
            })
    void anUnreadableFieldIsNamedAndNothingStored(String good, String bad, String pointer, String words)
            throws Exception {
        refused(post("payments", PAYMENT.replace(good, bad)), 400, pointer, words, rows());
    }

    /** Each of these was once a defect, or was taken for something else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | decisions/%00 | 404 | NUL",
                "GET | strategies/a%00b | 404 | NUL",
                "GET | simulations/%00/changes | 404 | NUL",
                "POST | customers/%00/next-best-action | 404 | NUL",
                "GET | customers?after=%00 | 400 | NUL",
                "GET | customers?after=a&after=b | 400 | 2 times",
                "GET | customers/C;x/account | 400 | %3B",
                "GET | customers/C/account?asOf=9999-12-31 | 400 | after 2200",
                "POST | customers/C/next-best-action?asOf=%2B999999999-12-31 | 400 | after 2200",
                "POST | customers/C/next-best-action?asOf=-999999999-01-01 | 400 | before 1970",
                "POST | customers/C/next-best-action?asOf= | 400 | is not a date",
                "GET | rates/1969-12-31 | 400 | before 1970",
                "GET | customers?limit=many | 400 | `many` is not a whole number",
                "GET | imports?limit=99999999999 | 400 | or too large for one",
                "POST | deductions/D/decide?on=2026-06-20&matched=yes | 400 | `yes` is neither true nor false",
                "POST | deductions/D/decide?on=2026-06-20&matched=TRUE | 400 | `TRUE` is neither true nor false",
                "POST | strategies/standard/draft/check?words=1 | 400 | `1` is neither true nor false",
                "PUT | customers/%FF | 422 | damaged"
            })
    void anAddressThatCannotBeMeantIsRefused(String method, String path, int status, String words) throws Exception {
        var rows = rows();
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"country\": \"DE\"}")
                .request(method, "/api/v1/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(words));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void anIdMayHaveSignsThatMeanSomethingInAddresses() {
        for (var id : List.of("a/b", "50%", "a;b", "a?b#c", "a b", "a+b", "\u00e4\ud83d\ude00", "'\"")) {
            given().contentType("application/json")
                    .body("{\"country\": \"DE\"}")
                    .put("/api/v1/customers/{id}", id)
                    .then()
                    .statusCode(201)
                    .body("id", equalTo(id));
            given().post("/api/v1/customers/{id}/next-best-action?asOf=2026-06-30", id)
                    .then()
                    .statusCode(200)
                    .body("customer.id", equalTo(id));
        }
    }

    @Test
    void anIdMayHaveAHundredSignsOfAnyKind() throws Exception {
        post("payments", PAYMENT.replace("\"P\"", "\"" + "\ud83d\ude00".repeat(100) + "\""))
                .statusCode(201);
        refused(
                post("payments", PAYMENT.replace("\"P\"", "\"" + "\ud83d\ude00".repeat(101) + "\"")),
                422,
                "/id",
                "has 101 characters",
                rows());
    }

    @Test
    void whatWasNotDoneIsNoStep() throws Exception {
        for (var action : List.of("NO_ACTION", "NEEDS_HUMAN")) {
            refused(
                    post("contacts", """
                            {"id": "K", "customer": "C", "on": "2026-02-01", "channel": "PHONE",
                             "steps": [{"invoice": "I", "action": "%s", "level": 0}]}""".formatted(action)),
                    422,
                    "/steps/0/action",
                    "is nothing that was done",
                    rows());
        }
    }

    @Test
    void aHoldIsCheckedLikeAnyRecordThoughOthersAreLookedAt() throws Exception {
        refused(
                post(
                        "holds",
                        "{\"id\": \"a\\u0000\", \"customer\": \"C\", \"from\": \"2026-01-01\", \"until\": \"2026-01-02\"}"),
                422,
                "/id",
                "cannot be printed",
                rows());
    }

    @Test
    void whatTheParserSaysIsSaidToWhoeverSent() {
        post("payments", PAYMENT.replace("10.00", "NaN"))
                .statusCode(400)
                .body("detail", containsString("Non-standard token 'NaN'. Correct"));
        post("payments", "[".repeat(2000))
                .statusCode(400)
                .body("detail", containsString("(1000). Send a smaller or flatter body"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        post("payments", "{\"idd\": 1, \"on\": \"x\", \"amount\": \"y\", \"state\": \"z\"}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/idd", "/on", "/amount", "/state"));
        post("payments", "{}").statusCode(422).body("errors.pointer", hasItems("/id", "/customer", "/on", "/amount"));
    }

    @Test
    void brokenJsonIsAnsweredWithItsPlace() throws Exception {
        var rows = rows();
        post("payments", "{\n  \"id\": \"P\",\n  \"customer\" \"C\"\n}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("broken-json"))
                .body("detail", containsString("Line 3, column 1"));
        post("payments", PAYMENT.substring(0, 40)).statusCode(400).body("detail", containsString("ends too early"));
        post("payments", "").statusCode(400);
        post("payments", "null").statusCode(400);
        post("payments", "[]").statusCode(400);
        post("payments", "\"text\"").statusCode(400);
        post("payments", PAYMENT + "x").statusCode(400);
        post("payments", PAYMENT.replace("\"id\": \"P\",", "\"id\": \"P\", \"id\": \"Q\","))
                .statusCode(400)
                .body("detail", containsString("Duplicate field 'id'"));
        post("plans", "{\"id\": \"L\", \"invoices\": [null]}").statusCode(400);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        given().contentType("application/json")
                .body("{\"id\": \"Müller\"}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/payments")
                .then()
                .statusCode(400)
                .body("code", equalTo("broken-json"));
    }

    @Test
    void aBodyOfMoreThanTenMegabytesIsRefused() throws Exception {
        var rows = rows();
        var huge = PAYMENT.replace("\"P\"", "\"" + "x".repeat(10 * 1024 * 1024) + "\"");
        post("payments", huge).statusCode(413).body("code", equalTo("too-large"));
        assertThat(rows()).isEqualTo(rows);
        post("payments", PAYMENT).statusCode(201);
    }

    private static void unsupported(String sent, String path, String wanted) {
        given().contentType(sent)
                .body("{}")
                .post("/api/v1/" + path)
                .then()
                .statusCode(415)
                .body("detail", containsString("`Content-Type: " + wanted + "`"));
    }

    @Test
    void theFieldOfAFaultIsNamedOnceWhateverItsValue() {
        for (var value : new String[] {"{}", "{\"a\": 1}", "[]", "[{\"b\": 2}]", "1", "\"x\""}) {
            post("payments", PAYMENT.replaceFirst("\\{", "{\"custmer\": " + value.replace("$", "\\$") + ","))
                    .statusCode(400)
                    .body("errors.pointer", contains("/custmer"));
        }
    }

    @Test
    void theFrameworksOwnRefusalsHaveTheSameShape() {
        get("nowhere").statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
        given().delete("/api/v1/customers/C").then().statusCode(405).body("code", equalTo("no-such-method"));
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/payments")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"))
                .body("detail", containsString("application/json"));
        unsupported("application/json", "next-best-actions", "application/x-ndjson");
        unsupported("application/json", "imports", "multipart/form-data");
        given().accept("image/png")
                .get("/api/v1/customers/C")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        get("customers/C/account?asOf=yesterday").statusCode(400).body("errors[0].field", equalTo("asOf"));
        get("customers?limit=0").statusCode(400).body("errors[0].field", equalTo("limit"));
        get("customers?limit=many").statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    @Test
    void aMissingDueDateIsAllowed() {
        put(
                        "invoices/N",
                        "{\"id\": \"N\", \"customer\": \"C\", \"issued\": \"2026-01-02\", \"amount\": 1, \"currency\": \"EUR\"}")
                .statusCode(201)
                .body("due", equalTo(null));
    }

    @Test
    void aHoldWithoutEndIsRefused() throws Exception {
        refused(
                post("holds", "{\"id\": \"H\", \"customer\": \"C\", \"from\": \"2026-02-01\"}"),
                422,
                "/until",
                "a hold must end",
                rows());
    }

    @Test
    void overlappingHoldsOfOneScopeAreRefused() throws Exception {
        post("holds", hold("H1", "2026-02-01", "2026-02-10")).statusCode(201);
        refused(post("holds", hold("H2", "2026-02-10", "2026-02-11")), 422, "/from", "overlaps hold H1", rows());
        refused(post("holds", hold("A", "2026-01-01", "2026-03-11")), 422, "/from", "overlaps hold H1", rows());
        post("holds/H1/lift?on=2026-02-10", "").statusCode(200);
        post("holds", hold("H2", "2026-02-10", "2026-02-11")).statusCode(201);
    }

    private static String hold(String id, String from, String until) {
        return "{\"id\": \"%s\", \"customer\": \"C\", \"from\": \"%s\", \"until\": \"%s\"}".formatted(id, from, until);
    }

    @Test
    void theIdInTheAddressMustBeTheOneInTheBody() throws Exception {
        refused(put("customers/D", "{\"id\": \"E\", \"country\": \"DE\"}"), 422, "/id", "make them the same", rows());
    }

    /** Such a number was read in no time, could not be written, and broke the connection of whoever came next. */
    @Test
    void aNumberThatNobodyWritesIsRefusedAndTheNextRequestIsNone() throws Exception {
        for (var number : List.of("1e-20000", "0e-20000", "0e20000", "1e31", "1e-31")) {
            refused(
                    put("rates/2026-07-11", "{\"EUR\": 1, \"USD\": " + number + "}"),
                    400,
                    "/USD",
                    "a number; write it plainly",
                    rows());
            put("rates/2026-07-11", "{\"EUR\": 1, \"USD\": " + number + "}").body("errors", hasSize(1));
            put("rates/2026-07-12", "{\"EUR\": 1, \"USD\": 1.15}").statusCode(anyOf(is(200), is(201)));
            put(
                            "customers/ZC",
                            "{\"country\": \"DE\", \"creditCurrency\": \"EUR\", \"doNotContact\": 1, \"creditLimit\": "
                                    + number + "}")
                    .statusCode(400)
                    .body("errors.pointer", hasItems("/creditLimit", "/doNotContact"));
            get("customers/ZC").statusCode(404);
        }
    }

    @Test
    void yesAndNoAreNotGuessed() throws Exception {
        for (var value : List.of("1", "\"true\"", "0.5")) {
            refused(
                    put("customers/ZC", "{\"country\": \"DE\", \"doNotContact\": " + value + "}"),
                    400,
                    "/doNotContact",
                    "true or false",
                    rows());
        }
    }

    @Test
    void twoObjectsInOneBodyAreToldAsThat() {
        post("payments", PAYMENT + PAYMENT).statusCode(400).body(containsString("one JSON object"));
    }

    @Test
    void masterDataIsCheckedAsAWhole() throws Exception {
        var rows = rows();
        put(
                        "customers/D",
                        "{\"id\": \"D\", \"country\": \"UK\", \"zone\": \"Mars\", \"language\": \"de_DE_x\", \"creditLimit\": -1}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/country", "/zone", "/language", "/creditLimit", "/creditCurrency"))
                .body("errors", hasSize(5));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aDefectOfOursIsToldByAnIdOnly() {
        get("broken-on-purpose")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("defect"))
                .body("id", not(equalTo(null)))
                .body(not(containsString("secret")));
    }

    @jakarta.ws.rs.Path("/api/v1/broken-on-purpose")
    public static class Broken {
        @jakarta.ws.rs.GET
        public String fail() {
            throw new IllegalArgumentException("secret");
        }
    }
}
