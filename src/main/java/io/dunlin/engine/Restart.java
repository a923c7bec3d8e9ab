package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import java.time.LocalDate;
import java.util.List;

/**
 * Lets every ladder begin anew on a day: what was confirmed before it is still a contact, so quiet days and contact limits
 * go on, but no longer a step. Except where an invoice left the house: what is with an agency or a court stays there.
 */
final class Restart {
    private Restart() {}

    static Account on(LocalDate day, Account account) {
        if (day == null || account.contacts().isEmpty()) {
            return account;
        }
        return account.withContacts(account.contacts().stream()
                .map(contact -> contact.on().isBefore(day) ? without(contact) : contact)
                .toList());
    }

    private static Contact without(Contact c) {
        List<Contact.Step> kept =
                c.steps().stream().filter(step -> step.action().endsLadder()).toList();
        return new Contact(c.id(), c.customer(), c.on(), c.channel(), c.result(), c.by(), c.note(), c.decision(), kept);
    }
}
