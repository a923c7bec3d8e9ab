package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.vocabulary.Action.Claim;
import java.time.LocalDate;

/** Whether a customer stood in the middle of a ladder on a day, and that ladder has not ended since. */
public final class MidLadder {
    private MidLadder() {}

    /**
     * @param day on which something changed; steps confirmed before it count
     * @param since earlier steps do not count; null where all do
     * @param asOf the ladder ends when the invoice is closed; this is the day on which that is looked at
     */
    public static boolean stands(Account account, LocalDate day, LocalDate since, LocalDate asOf) {
        var known = Restart.on(since, AsOf.known(account, asOf));
        var history = new History(known);
        return history.items.values().stream()
                .anyMatch(
                        item -> wasClaimed(item, day) && item.isOpen(asOf) && (day.isAfter(asOf) || item.isOpen(day)));
    }

    private static boolean wasClaimed(History.Item item, LocalDate day) {
        return item.steps.stream()
                .anyMatch(done -> done.contact().advancesLadder()
                        && done.contact().on().isBefore(day)
                        && done.step().action().claim() != Claim.NOTHING);
    }
}
