package io.dunlin.book;

import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A person's order: do this instead of what the strategy says, because, until. It ends by itself: after its last day, when
 * somebody lifts it (that day it no longer holds), or once what it orders was confirmed done.
 *
 * @param invoice null where it is about the customer as a whole; one about an invoice comes before one about the customer
 * @param action {@link Action#NO_ACTION} leaves them alone
 * @param level of the action; one left out is the first
 * @param reason what kind of reason, so that overrides can be counted
 * @param text why, in a sentence
 * @param by who ordered it
 * @param from the day it was made
 * @param until its last day
 */
public record ManualOverride(
        String id,
        String customer,
        String invoice,
        Action action,
        int level,
        Reason reason,
        String text,
        String by,
        LocalDate from,
        LocalDate until,
        LocalDate liftedOn) {

    public enum Reason {
        /** Something was agreed with the customer that is neither a promise nor a plan. */
        AGREED_WITH_CUSTOMER,
        /** We know something of the customer that the data do not say. */
        KNOWN_OF_CUSTOMER,
        /** The customer is worth more than the invoice. */
        GOODWILL,
        /** The customer is about to fail, or to run. */
        RISK,
        /** We made a mistake and mend it. */
        OUR_MISTAKE,
        /** The strategy is wrong here; a reason to look at its rules. */
        STRATEGY_WRONG,
        OTHER
    }

    public ManualOverride {
        level = action == Action.NO_ACTION ? 0 : level == 0 ? 1 : level;
    }

    /** The day on which a contact did what was ordered; null while none did. Nothing is never done. */
    public LocalDate fulfilledOn(List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.advancesLadder() && !contact.on().isBefore(from))
                .filter(contact -> contact.steps().stream().anyMatch(this::isDoneBy))
                .map(Contact::on)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private boolean isDoneBy(Contact.Step step) {
        return step.action() == action
                && step.level() >= level
                && (invoice == null || Objects.equals(invoice, step.invoice()));
    }

    /** Last day in force; before {@code from} where it never was. */
    public LocalDate end(List<Contact> contacts) {
        var end = liftedOn != null && !liftedOn.isAfter(until) ? liftedOn.minusDays(1) : until;
        var fulfilled = fulfilledOn(contacts);
        return fulfilled != null && !fulfilled.isAfter(end) ? fulfilled.minusDays(1) : end;
    }

    public boolean isInForce(LocalDate day, List<Contact> contacts) {
        return !day.isBefore(from) && !day.isAfter(end(contacts));
    }
}
