package io.dunlin.book;

/** A customer as seen by those it may belong to. */
public record Member(String id, String group, String payer) {
    public static Member of(Debtor debtor) {
        return new Member(debtor.id(), debtor.group(), debtor.payer());
    }

    /** Whether contacts with it are contacts with the group of this customer; its payer is looked at by itself. */
    public boolean belongsTo(Debtor debtor) {
        return !id.equals(debtor.id())
                && !id.equals(debtor.payer())
                && (group != null && group.equals(debtor.group())
                        || payer != null && (payer.equals(debtor.payer()) || payer.equals(debtor.id())));
    }
}
