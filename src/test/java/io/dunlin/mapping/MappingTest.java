package io.dunlin.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan.Instalment;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String INVOICES = """
            kind: invoices
            fields: { id: id, customer: customer, issued: issued, due: due, amount: amount, currency: currency%s }
            """;
    private static final String HEADER = "id,customer,issued,due,amount,currency";

    @Test
    void theExampleOfTheManualIsReadAsItSays() throws Exception {
        var read = Collected.read(block("csv", 0), block("yaml", 0));

        assertThat(read.rejects).isEmpty();
        var first = read.rows.get(0).facts();
        assertThat(first.customer().name()).isEqualTo("Bäckerei Amsel");
        assertThat(first.invoices().get(0).amount()).isEqualTo(new BigDecimal("1190.00"));
        assertThat(first.invoices().get(0).due()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(first.payments()).isEmpty();
        assertThat(first.disputes()).isEmpty();
        var second = read.rows.get(1).facts();
        assertThat(second.payments())
                .containsExactly(new Payment(
                        "R-2-settled",
                        "4711",
                        "R-2",
                        LocalDate.of(2026, 4, 20),
                        new BigDecimal("250.50"),
                        "EUR",
                        null,
                        null));
        assertThat(second.disputes())
                .containsExactly(new Dispute(
                        "R-2-disputed",
                        "R-2",
                        LocalDate.of(2026, 4, 14),
                        null,
                        "disputed",
                        null,
                        LocalDate.of(2026, 4, 20)));
        assertThat(read.rows.get(2).facts().customer().country()).isEqualTo("AT");
    }

    @Test
    void theDirectoryExampleOfTheManualIsAMapping() throws Exception {
        var folder = Folder.parse(block("yaml", 1));

        assertThat(folder.files()).containsOnlyKeys("invoices.csv", "payments.csv");
        assertThat(folder.asOf()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(folder.files().get("payments.csv").format().delimiter()).isEqualTo(";");
    }

    @Test
    void limitsAndOrderOfTheManualAreReadAsTheySay() throws Exception {
        var folder = Folder.parse(block("yaml", 2) + block("yaml", 1));

        assertThat(folder.sizeClasses())
                .isEqualTo(new SizeClasses("EUR", new BigDecimal("60000.00"), new BigDecimal("10000.00")));
        assertThat(folder.inOrder()).isTrue();
        assertThat(Folder.parse(block("yaml", 1)).sizeClasses()).isNull();
        assertThat(Folder.parse(block("yaml", 1)).inOrder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ currency: EUR, aFrom: 5, bFrom: 5 }           | `aFrom` must be above `bFrom`",
                "{ currency: EUR, aFrom: 5, bFrom: 0 }           | `bFrom` must be above zero",
                "{ currency: EUR, aFrom: 5 }                     | `bFrom` must be an overdue total such as 50000",
                "{ currency: EUR, aFrom: 1e999999999, bFrom: 5 } | is not a number",
                "{ currency: JPY, aFrom: 5.5, bFrom: 5 }         | has more decimals than JPY has",
                "{ currency: EUR, aFrom: 9999999999999, bFrom: 5 } | is larger than any amount",
                "{ aFrom: 5, bFrom: 4 }                          | needs the ISO 4217 code",
                "{ currency: EURO, aFrom: 5, bFrom: 4 }          | needs the ISO 4217 code",
                "{ currency: EUR, a: 5, bFrom: 4 }               | `a` is unknown here",
                "60000                                           | must be a block"
            })
    void limitsThatCannotBeMeantAreRefusedInWords(String limits, String words) throws Exception {
        assertThatThrownBy(() -> Folder.parse("inOrder: maybe\nsizeClasses: " + limits + "\n" + block("yaml", 1)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("`inOrder` must be true or false");
    }

    @Test
    void aMappingWrittenOutAgainMeansTheSame() throws Exception {
        for (var mapping : new Mapping[] {Mapping.named("purchase-ledger"), Mapping.parse(block("yaml", 0))}) {
            var again = Mapping.parse(MappingText.of(mapping));
            assertThat(again.fields()).isEqualTo(mapping.fields());
            assertThat(again.format()).isEqualTo(mapping.format());
            assertThat(again.kind()).isEqualTo(mapping.kind());
        }
    }

    @Test
    void everythingWrongWithAMappingIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> Mapping.parse("""
                        kind: invoices
                        read: { dates: [bb.yy] }
                        fields:
                          id: A
                          custommer: B
                          amount: { colum: C }
                        """))
                .isInstanceOfSatisfying(MappingException.class, refused -> assertThat(refused.findings())
                        .extracting(Object::toString)
                        .anySatisfy(
                                text -> assertThat(text).startsWith("line 2").contains("not a date pattern"))
                        .anySatisfy(
                                text -> assertThat(text).startsWith("line 5").contains("did you mean `customer`?"))
                        .anySatisfy(
                                text -> assertThat(text).startsWith("line 6").contains("did you mean `column`?"))
                        .anySatisfy(text -> assertThat(text).contains("`currency` of invoices is not mapped")));
    }

    @Test
    void aMappingThatIsNoYamlOrEmptyOrTellsAFieldTwiceIsRefused() {
        assertThatThrownBy(() -> Mapping.parse("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Mapping.parse("a: [")).hasMessageContaining("YAML");
        assertThatThrownBy(() -> Mapping.parse("- x")).hasMessageContaining("block");
        assertThatThrownBy(() -> Mapping.parse("kind: invoices\nkind: holds\n")).hasMessageContaining("twice");
        assertThatThrownBy(() -> Mapping.parse("kind: invoice\n")).hasMessageContaining("did you mean `invoices`?");
        assertThatThrownBy(() -> Mapping.named("../secret")).isInstanceOf(MappingException.class);
    }

    @Test
    void aDateAndADelayOfDaysGiveTheDayOfPayment() throws Exception {
        var mapping = INVOICES.formatted(", settledOn: { column: issued, plusDays: days, optional: true }");

        var paid = Collected.read(HEADER + ",days\n1,C,2026-01-30,2026-02-28,10.00,EUR,40\n", mapping)
                .only();
        assertThat(paid.payments()).extracting(Payment::on).containsExactly(LocalDate.of(2026, 3, 11));
        var open = Collected.read(HEADER + "\n1,C,2026-01-30,2026-02-28,10.00,EUR\n", mapping)
                .only();
        assertThat(open.payments()).as("no such column").isEmpty();
        var wrong = Collected.read(HEADER + ",days\n1,C,2026-01-30,2026-02-28,10.00,EUR,soon\n", mapping);
        assertThat(wrong.rejects).containsExactly(new Reject(2, "days", "soon", "is not a whole number of days"));
    }

    @Test
    void aPlanAndAContactKeepTheirListsInOneCell() throws Exception {
        var plan = Collected.read("id,c,i,on,parts\nP,C,1|2,2026-01-01,2026-02-01=10.00|2026-03-01=5.50\n", """
                kind: plans
                fields: { id: id, customer: c, invoices: i, on: on, instalments: parts }
                """)
                .only()
                .plans()
                .get(0);
        assertThat(plan.invoices()).containsExactly("1", "2");
        assertThat(plan.instalments())
                .containsExactly(
                        new Instalment(LocalDate.of(2026, 2, 1), new BigDecimal("10.00")),
                        new Instalment(LocalDate.of(2026, 3, 1), new BigDecimal("5.50")));
        var contact = Collected.read("id,c,on,how,what\nK,C,2026-01-01,phone,A:1:CALL:1|:CREDIT_REVIEW:2\n", """
                kind: contacts
                fields: { id: id, customer: c, on: on, channel: how, steps: what }
                """)
                .only()
                .contacts()
                .get(0);
        assertThat(contact.steps())
                .containsExactly(new Step("A:1", Action.CALL, 1), new Step(null, Action.CREDIT_REVIEW, 2));
    }

    private static String block(String language, int number) throws Exception {
        var parts = Files.readString(Path.of("docs/mappings.md")).split("```" + language + "\n");
        return parts[number + 1].substring(0, parts[number + 1].indexOf("```"));
    }
}
