package io.dunlin.simulation;

import io.dunlin.book.Account;
import java.util.List;

/**
 * Customers that can only be played together, because a contact with one of them quiets the others or the state of one is
 * known to the others: members of a group, and payers with those they pay for. Ordinarily it is one customer.
 *
 * @param members in the order of their ids, which is the order in which they are asked about on a day
 */
public record Family(List<Account> members) {
    public Family {
        members = List.copyOf(members);
    }

    public static Family of(Account account) {
        return new Family(List.of(account));
    }

    boolean isOne() {
        return members.size() == 1;
    }
}
