package io.dunlin.engine;

import io.dunlin.book.Book;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One customer on one day, derived: what rules see, and the holds that stand beside it.
 *
 * @param customers one per currency
 * @param open open invoices, oldest due first
 * @param holds that concern the customer as a whole
 */
record Case(
        History history,
        Book book,
        List<Customer> customers,
        List<OpenItem> open,
        List<Held> holds,
        Overrides overrides) {

    /** @param done highest level confirmed per action, and when last */
    record OpenItem(Invoice invoice, List<Held> holds, Map<Action, LastDone> done) {}

    record LastDone(int level, LocalDate on) {}
}
