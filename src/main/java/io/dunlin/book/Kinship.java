package io.dunlin.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts that belong together, each of which is decided with what is known of the others: the account of its payer, and
 * contacts with its group.
 */
public final class Kinship {
    private final List<Account> members;
    private final Map<String, Integer> places = new HashMap<>();

    public Kinship(List<Account> members) {
        this.members = members;
        members.forEach(account -> places.put(account.customer().id(), places.size()));
    }

    /** What was given about others who are no members here stays. */
    public Account completed(int member) {
        var own = members.get(member);
        if (members.size() == 1) {
            return own;
        }
        var payer = places.get(own.customer().payer());
        return AccountDraft.of(own)
                .payer(payer == null || payer == member ? own.payer() : alone(members.get(payer)))
                .groupContacts(groupContacts(own))
                .account();
    }

    /** A payer's own payer and group are nobody else's business. */
    private static Account alone(Account payer) {
        return AccountDraft.of(payer).payer(null).groupContacts(List.of()).account();
    }

    private List<Contact> groupContacts(Account own) {
        var contacts = new ArrayList<Contact>();
        own.groupContacts().stream()
                .filter(contact -> !places.containsKey(contact.customer()))
                .forEach(contacts::add);
        for (var other : members) {
            if (Member.of(other.customer()).belongsTo(own.customer())) {
                contacts.addAll(other.contacts());
            }
        }
        return contacts;
    }
}
