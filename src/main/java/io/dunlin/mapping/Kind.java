package io.dunlin.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one row of a file is about, and the fields it may fill; they are named as in the API. */
public enum Kind {
    CUSTOMERS("id country", Kind.DEBTOR),
    INVOICES(
            "id customer issued amount currency",
            "due terms reference undelivered goods.returnableUntil goods.resaleValue goods.retentionOfTitle writtenOffOn"
                    + " charge.invoice charge.level settledOn settledAmount disputed"),
    PAYMENTS("id customer on amount currency", "invoice state reversedOn bookedOn"),
    CREDITS("id customer on amount currency", "invoice cancelledOn"),
    DISPUTES("id invoice on", "amount reason owner resolvedOn"),
    DEDUCTIONS("id invoice on amount", "reason plan decidedOn matched settledOn"),
    PROMISES("id invoice on until", "amount by cancelledOn"),
    PLANS("id customer invoices on instalments", "terms cancelledOn"),
    CONTACTS("id customer on channel", "result by note decision steps invoice action level"),
    HOLDS("id customer from until", "invoice reason by liftedOn");

    private static final String DEBTOR = "name zone language type group segment preferredChannel email phone address"
            + " undeliverable billingContactConfirmedOn salesperson collector creditLimit creditCurrency creditHoldSince"
            + " insolventSince doNotContact sizeClass strategy payer";

    /** What stands before the fields of the customer that ride along with an invoice. */
    static final String CUSTOMER = "customer.";

    private final List<String> required;
    private final Set<String> fields;

    Kind(String required, String optional) {
        this.required = List.of(required.split(" "));
        var all = new ArrayList<>(this.required);
        all.addAll(List.of(optional.split(" ")));
        if (name().equals("INVOICES")) {
            all.add(CUSTOMER + "country");
            for (var field : DEBTOR.split(" ")) {
                all.add(CUSTOMER + field);
            }
        }
        this.fields = new LinkedHashSet<>(all);
    }

    /** Fields without which there is no record. */
    List<String> required() {
        return required;
    }

    /** Every field, in the order in which they are written. */
    Set<String> fields() {
        return fields;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
