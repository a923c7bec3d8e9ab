package io.dunlin.decision;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All facts of one customer, sent along with the question.
 *
 * @param asOf the day to decide for; today in the customer's zone where absent
 * @param strategy the strategy to ask; the customer's own, then the seller's default, where absent
 * @param bankDataUpTo how far cash is posted; {@code asOf} where absent, because the facts are sent just now
 * @param rates how much of each currency one unit of a common reference buys
 */
public record Facts(
        LocalDate asOf,
        String strategy,
        LocalDate bankDataUpTo,
        Map<String, BigDecimal> rates,
        Debtor customer,
        List<Receivable> invoices,
        List<Payment> payments,
        List<Credit> credits,
        List<Dispute> disputes,
        List<Deduction> deductions,
        List<Promise> promises,
        List<Plan> plans,
        List<Contact> contacts,
        List<Hold> holds,
        List<ManualOverride> overrides,
        Account payer,
        List<Contact> groupContacts) {

    /** The facts as an account, or everything that is wrong with them. */
    Account account() {
        var account = new Account(
                customer,
                invoices,
                payments,
                credits,
                disputes,
                deductions,
                promises,
                plans,
                contacts,
                holds,
                overrides,
                payer,
                groupContacts);
        var findings = new Findings();
        AccountCheck.asSent(AccountCheck.of(account), this::ids).forEach(f -> findings.at(f.pointer(), f.message()));
        days(findings, "asOf", asOf);
        days(findings, "bankDataUpTo", bankDataUpTo);
        AccountCheck.of(new Rates(rates)).forEach(f -> findings.at("/rates" + f.pointer(), f.message()));
        findings.refuseIfAny(Problem.INVALID_FACTS);
        return account;
    }

    private static void days(Findings findings, String field, LocalDate day) {
        if (day != null) {
            AccountCheck.of(day, field).forEach(f -> findings.at(f.pointer(), f.message()));
        }
    }

    /** The ids of a list as they were sent: an account keeps its lists in another order. */
    private List<String> ids(String list) {
        return switch (list) {
            case "invoices" -> ids(invoices, Receivable::id);
            case "payments" -> ids(payments, Payment::id);
            case "credits" -> ids(credits, Credit::id);
            case "disputes" -> ids(disputes, Dispute::id);
            case "deductions" -> ids(deductions, Deduction::id);
            case "promises" -> ids(promises, Promise::id);
            case "plans" -> ids(plans, Plan::id);
            case "contacts" -> ids(contacts, Contact::id);
            case "holds" -> ids(holds, Hold::id);
            case "overrides" -> ids(overrides, ManualOverride::id);
            case "groupContacts" -> ids(groupContacts, Contact::id);
            default -> List.of();
        };
    }

    private static <T> List<String> ids(List<T> sent, Function<T, String> id) {
        return sent == null ? List.of() : sent.stream().map(id).toList();
    }

    Book book(LocalDate day) {
        return new Book(day, bankDataUpTo == null ? day : bankDataUpTo, new Rates(rates), null);
    }
}
