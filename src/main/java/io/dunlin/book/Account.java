package io.dunlin.book;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that is known of one customer: the input of a decision. Lists are kept in the order of their ids, so that
 * the order in which facts arrive can never matter. Events after the as-of day may be present; deciding ignores them.
 *
 * @param payer who pays for this customer, with an account of its own but without a payer; null where the customer does
 * @param groupContacts contacts with other members of the customer's group, without those with the payer
 */
public record Account(
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

    public Account {
        invoices = sorted(invoices, Receivable::id);
        payments = sorted(payments, Payment::id);
        credits = sorted(credits, Credit::id);
        disputes = sorted(disputes, Dispute::id);
        deductions = sorted(deductions, Deduction::id);
        promises = sorted(promises, Promise::id);
        plans = sorted(plans, Plan::id);
        contacts = sorted(contacts, Contact::id);
        holds = sorted(holds, Hold::id);
        overrides = sorted(overrides, ManualOverride::id);
        groupContacts = sorted(groupContacts, Contact::id);
    }

    public static Account of(Debtor customer, List<Receivable> invoices) {
        return new Account(customer, invoices, null, null, null, null, null, null, null, null, null, null, null);
    }

    public Account withContacts(List<Contact> others) {
        return new Account(
                customer,
                invoices,
                payments,
                credits,
                disputes,
                deductions,
                promises,
                plans,
                others,
                holds,
                overrides,
                payer,
                groupContacts);
    }

    public Account withPayments(List<Payment> others) {
        return new Account(
                customer,
                invoices,
                others,
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
    }

    private static <T> List<T> sorted(List<T> items, Function<T, String> id) {
        if (items == null || items.isEmpty()) {
            return List.of();
        }
        var order = Comparator.comparing(id, Comparator.nullsFirst(Comparator.<String>naturalOrder()));
        return isSorted(items, order)
                ? List.copyOf(items)
                : items.stream().sorted(order).toList();
    }

    /** The ordinary case, and looking is much cheaper than sorting: every decision makes an account or two. */
    private static <T> boolean isSorted(List<T> items, Comparator<T> order) {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
