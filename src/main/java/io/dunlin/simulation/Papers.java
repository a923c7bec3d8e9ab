package io.dunlin.simulation;

import static java.util.stream.Collectors.groupingBy;

import io.dunlin.assumption.Payable;
import io.dunlin.book.Account;
import io.dunlin.book.Credit;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.util.List;
import java.util.Map;

/** What was paid and credited of each invoice of an account. */
final class Papers {
    private final Map<String, List<Payment>> payments;
    private final Map<String, List<Credit>> credits;

    Papers(Account account) {
        payments = account.payments().stream()
                .filter(payment -> payment.invoice() != null)
                .collect(groupingBy(Payment::invoice));
        credits = account.credits().stream()
                .filter(credit -> credit.invoice() != null)
                .collect(groupingBy(Credit::invoice));
    }

    List<Payment> payments(Receivable invoice) {
        return payments.getOrDefault(invoice.id(), List.of());
    }

    Payable payable(Receivable invoice) {
        return new Payable(invoice, payments(invoice), credits.getOrDefault(invoice.id(), List.of()));
    }
}
