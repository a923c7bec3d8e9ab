package io.dunlin.mapping;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.book.Receivable.Charge;
import io.dunlin.book.Receivable.Goods;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An invoice and what its row says besides: who owes it, that it was paid, that it was contested. */
final class InvoiceRow {
    private final Cells cells;
    private final DebtorRow debtor;
    private final boolean customerRidesAlong;
    private final boolean amountSettledIsKnown;

    InvoiceRow(Mapping mapping, Cells cells) {
        this.cells = cells;
        this.debtor = new DebtorRow(cells, Kind.CUSTOMER);
        this.customerRidesAlong = mapping.fields().containsKey(Kind.CUSTOMER + "country");
        this.amountSettledIsKnown = mapping.fields().containsKey("settledAmount");
    }

    Account read() {
        var invoice = invoice();
        var partial = new AccountDraft().invoices(invoice);
        if (customerRidesAlong) {
            partial.customer(debtor.read(invoice.customer()));
        }
        var settledOn = cells.date("settledOn");
        var settled = amountSettledIsKnown ? cells.amount("settledAmount", invoice.currency()) : invoice.amount();
        if (settledOn != null && settled != null && settled.signum() > 0) {
            partial.payments(payment(invoice, settledOn, settled));
        }
        if (cells.yes("disputed")) {
            partial.disputes(dispute(invoice, settledOn));
        }
        return partial.account();
    }

    private Receivable invoice() {
        var currency = cells.currency("currency");
        return new Receivable(
                cells.id("id"),
                cells.id("customer"),
                cells.needDate("issued"),
                cells.date("due"),
                cells.needed("amount", cells.positive("amount", currency, "; what is owed back is a credit")),
                currency,
                cells.text("terms"),
                cells.text("reference"),
                cells.yes("undelivered"),
                goods(currency),
                cells.date("writtenOffOn"),
                charge());
    }

    private Charge charge() {
        var invoice = cells.optionalId("charge.invoice");
        return invoice == null ? null : new Charge(invoice, level(cells.text("charge.level")));
    }

    private int level(String digits) {
        if (digits != null && !digits.matches("[1-9]")) {
            cells.reject("charge.level", "is not a level; levels are 1 to 9");
            return 1;
        }
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private Goods goods(String currency) {
        var until = cells.date("goods.returnableUntil");
        var value = cells.amount("goods.resaleValue", currency);
        var retention = cells.yes("goods.retentionOfTitle");
        return until == null && value == null && !retention ? null : new Goods(until, value, retention);
    }

    private static Payment payment(Receivable invoice, LocalDate on, BigDecimal amount) {
        return new Payment(
                invoice.id() + "-settled",
                invoice.customer(),
                invoice.id(),
                on,
                amount,
                invoice.currency(),
                Payment.State.BOOKED,
                null);
    }

    /**
     * Nobody wrote down when the customer objected. The due date is the first day on which it could matter; an invoice
     * settled before that was contested for no day that counts, which stays on record all the same.
     */
    private static Dispute dispute(Receivable invoice, LocalDate settledOn) {
        var from = invoice.due() == null ? invoice.issued() : invoice.due();
        var on = settledOn != null && from != null && settledOn.isBefore(from) ? settledOn : from;
        return new Dispute(invoice.id() + "-disputed", invoice.id(), on, null, "disputed", null, settledOn);
    }
}
