package io.dunlin.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.book.AccountCheck.Finding;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Debtor CUSTOMER = Debtor.of("C", "Ce", "DE");
    private static final Receivable INVOICE = invoice("I", "C", "100", "EUR");

    @Test
    void aSoundAccountHasNoFindings() {
        assertThat(AccountCheck.of(Account.of(CUSTOMER, List.of(INVOICE)))).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsPlace() {
        var account = Account.of(
                Debtor.of(null, null, "Germany"),
                List.of(invoice("A", "C", "-1", "EUX"), Receivable.of("B", "C", null, null, null, null)));
        assertThat(AccountCheck.of(account))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        "/customer/id",
                        "/customer/country",
                        "/invoices/0/currency",
                        "/invoices/0/amount",
                        "/invoices/1/issued",
                        "/invoices/1/currency",
                        "/invoices/1/amount");
    }

    @Test
    void aMissingCustomerIsToldWithoutFailing() {
        assertThat(AccountCheck.of(Account.of(null, List.of(INVOICE))))
                .extracting(Finding::pointer)
                .containsExactly("/customer");
    }

    @Test
    void aMissingDueDateIsNothingToFind() {
        var open = Receivable.of("I", "C", DAY, null, BigDecimal.ONE, "EUR");
        assertThat(AccountCheck.of(Account.of(CUSTOMER, List.of(open)))).isEmpty();
    }

    @Test
    void anInvoiceDueBeforeItWasIssuedIsTold() {
        var early = Receivable.of("I", "C", DAY, DAY.minusDays(1), BigDecimal.ONE, "EUR");
        only(Account.of(CUSTOMER, List.of(early)), "/invoices/0/due", "before issued");
    }

    @Test
    void theSameIdTwiceInAListIsTold() {
        only(Account.of(CUSTOMER, List.of(INVOICE, INVOICE)), "/invoices/1/id", "given twice");
    }

    @Test
    void anInvoiceOfAnotherCustomerIsTold() {
        only(
                Account.of(CUSTOMER, List.of(invoice("I", "D", "1", "EUR"))),
                "/invoices/0/customer",
                "belongs to customer D");
    }

    @Test
    void aYenHasNoDecimalsAndADinarHasThree() {
        only(Account.of(CUSTOMER, List.of(invoice("I", "C", "1.5", "JPY"))), "/invoices/0/amount", "JPY has 0");
        assertThat(AccountCheck.of(Account.of(CUSTOMER, List.of(invoice("I", "C", "1.125", "KWD")))))
                .isEmpty();
        assertThat(AccountCheck.of(Account.of(CUSTOMER, List.of(invoice("I", "C", "1.50000", "EUR")))))
                .isEmpty();
    }

    @Test
    void anAmountWithABillionDigitsIsToldWithoutWritingItOut() {
        only(Account.of(CUSTOMER, List.of(invoice("I", "C", "1e999999999", "EUR"))), "/invoices/0/amount", "15 digits");
    }

    @Test
    void aPaymentInAnotherCurrencyThanItsInvoiceIsTold() {
        var payment = new Payment("P", "C", "I", DAY, BigDecimal.ONE, "USD", null, null);
        only(with(List.of(payment), null, null, null), "/payments/0/currency", "convert it");
    }

    @Test
    void anUnmatchedPaymentMayBeInAnyCurrency() {
        var payment = new Payment("P", "C", null, DAY, BigDecimal.ONE, "USD", null, null);
        assertThat(AccountCheck.of(with(List.of(payment), null, null, null))).isEmpty();
    }

    @Test
    void aPlanNeedsInvoicesAndInstalmentsInOrder() {
        var empty = new Plan("A", "C", null, DAY, null, null, null);
        var backwards = new Plan(
                "B",
                "C",
                List.of("I"),
                DAY,
                List.of(new Plan.Instalment(DAY, BigDecimal.ONE), new Plan.Instalment(DAY, BigDecimal.ONE)),
                null,
                null);
        assertThat(AccountCheck.of(with(null, List.of(empty, backwards), null, null)))
                .extracting(Finding::pointer)
                .containsExactly("/plans/0/invoices", "/plans/0/instalments", "/plans/1/instalments/1/due");
    }

    @Test
    void aContactNamesItsChannelAndKnownInvoices() {
        var contact =
                new Contact("K", "C", DAY, null, null, null, null, null, List.of(new Contact.Step("none", null, -1)));
        assertThat(AccountCheck.of(with(null, null, List.of(contact), null)))
                .extracting(Finding::pointer)
                .containsExactly(
                        "/contacts/0/channel",
                        "/contacts/0/steps/0/invoice",
                        "/contacts/0/steps/0/action",
                        "/contacts/0/steps/0/level");
        var good = new Contact("K", "C", DAY, Channel.PHONE, null, null, null, null, null);
        assertThat(AccountCheck.of(with(null, null, List.of(good), null))).isEmpty();
    }

    @Test
    void holdsOfOneScopeMustNotOverlapUnlessLifted() {
        var first = hold("A", null, DAY, DAY.plusDays(9), null);
        var second = hold("B", null, DAY.plusDays(9), DAY.plusDays(12), null);
        assertThat(AccountCheck.of(with(null, null, null, List.of(first, second))))
                .extracting(Finding::pointer)
                .containsExactly("/holds/0/from", "/holds/1/from");
        var lifted = hold("A", null, DAY, DAY.plusDays(9), DAY.plusDays(9));
        assertThat(AccountCheck.of(with(null, null, null, List.of(lifted, second))))
                .isEmpty();
        var narrower = hold("B", "I", DAY, DAY.plusDays(12), null);
        assertThat(AccountCheck.of(with(null, null, null, List.of(first, narrower))))
                .isEmpty();
    }

    @Test
    void aHoldEndsAndNotBeforeItBegins() {
        only(with(null, null, null, List.of(hold("A", null, DAY, null, null))), "/holds/0/until", "must end");
        only(
                with(null, null, null, List.of(hold("A", null, DAY, DAY.minusDays(1), null))),
                "/holds/0/until",
                "is before from");
    }

    @Test
    void ratesAreOfRealCurrenciesAndAboveZero() {
        var rates = new Rates(Map.of("EUR", BigDecimal.ONE, "EUX", BigDecimal.ONE, "USD", BigDecimal.ZERO));
        assertThat(AccountCheck.of(rates)).extracting(Finding::pointer).containsExactly("/EUX", "/USD");
    }

    @Test
    void positionsCanBeThoseOfTheSender() {
        var account = Account.of(
                CUSTOMER,
                List.of(invoice("B", "C", "1", "EUR"), invoice("A", "C", "-1", "EUR"), invoice("A", "C", "1", "EUX")));
        var findings = AccountCheck.asSent(AccountCheck.of(account), list -> List.of("B", "A", "A"));
        assertThat(findings)
                .extracting(Finding::pointer)
                .containsExactly("/invoices/1/amount", "/invoices/2/id", "/invoices/2/currency");
        var ofCustomer = List.of(new Finding("/customer/zone", ""));
        assertThat(AccountCheck.asSent(ofCustomer, list -> List.of())).isEqualTo(ofCustomer);
    }

    private static void only(Account account, String pointer, String words) {
        assertThat(AccountCheck.of(account))
                .extracting(Finding::pointer, finding -> finding.message().contains(words))
                .containsExactly(tuple(pointer, true));
    }

    private static Account with(List<Payment> payments, List<Plan> plans, List<Contact> contacts, List<Hold> holds) {
        return new Account(
                CUSTOMER, List.of(INVOICE), payments, null, null, null, null, plans, contacts, holds, null, null, null);
    }

    private static Hold hold(String id, String invoice, LocalDate from, LocalDate until, LocalDate lifted) {
        return new Hold(id, "C", invoice, null, from, until, null, lifted);
    }

    private static Receivable invoice(String id, String customer, String amount, String currency) {
        return Receivable.of(id, customer, DAY, DAY.plusDays(30), new BigDecimal(amount), currency);
    }
}
