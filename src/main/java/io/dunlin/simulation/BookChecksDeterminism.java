package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.vocabulary.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;

/**
 * Decides a sample of the book again, with customers, facts and rules in another order and the clock of another place,
 * and wants the same decisions to the letter.
 */
final class BookChecksDeterminism {
    private static final int SAMPLE = 200;
    private static final int SEED = 7;
    /** A day ahead of where most servers stand, with a summer time of its own. */
    private static final TimeZone FAR_AWAY = TimeZone.getTimeZone("Pacific/Chatham");

    private record Sampled(Account account, Decider decider, Decision decision) {}

    private final Book book;
    private final Compiled version;
    private final Random random = new Random(SEED);
    private final List<Sampled> sample = new ArrayList<>(SAMPLE);
    private long seen;

    BookChecksDeterminism(Book book, Compiled version) {
        this.book = book;
        this.version = version;
    }

    /** Everybody has the same chance to be in the sample, however long the book turns out to be. */
    void look(Account account, Decider decider, Decision decision) {
        seen++;
        var sampled = new Sampled(account, decider, decision);
        if (sample.size() < SAMPLE) {
            sample.add(sampled);
            return;
        }
        var place = (long) (random.nextDouble() * seen);
        if (place < SAMPLE) {
            sample.set((int) place, sampled);
        }
    }

    List<String> objections() {
        var other = inAnotherOrder(version);
        var objections = new ArrayList<String>();
        Collections.shuffle(sample, random);
        for (var one : sample) {
            var again = BookChecksElsewhere.in(
                    FAR_AWAY, () -> decider(one.decider(), other).decide(shuffled(one.account()), book));
            if (!isSame(again, one.decision()) && objections.isEmpty()) {
                objections.add("determinism: customer " + one.decision().customerId()
                        + " is decided otherwise when facts or rules come in another order, or in another time "
                        + "zone; tell whoever maintains Dunlin, no rule should be able to do that");
            }
        }
        return objections;
    }

    /** With the twin in the place of the version, where that decides: whoever is pinned is decided by an earlier one. */
    private Decider decider(Decider decider, Compiled other) {
        var strategy = decider.strategy() == version ? other : decider.strategy();
        var guard = decider.guard() == version ? other : decider.guard();
        return new Decider(strategy, guard, decider.choice());
    }

    private static boolean isSame(Decision one, Decision other) {
        return one.customer().equals(other.customer())
                && one.invoices().equals(other.invoices())
                && one.tasks().equals(other.tasks());
    }

    private Account shuffled(Account a) {
        return new Account(
                a.customer(),
                shuffled(a.invoices()),
                shuffled(a.payments()),
                shuffled(a.credits()),
                shuffled(a.disputes()),
                shuffled(a.deductions()),
                shuffled(a.promises()),
                shuffled(a.plans()),
                shuffled(a.contacts()),
                shuffled(a.holds()),
                shuffled(a.overrides()),
                a.payer(),
                shuffled(a.groupContacts()));
    }

    private <T> List<T> shuffled(List<T> items) {
        var others = new ArrayList<>(items);
        Collections.shuffle(others, random);
        return others;
    }

    /**
     * The same rules from the last to the first, whatever they stood in: files, rules of one file and rows of one table. So each
     * of any two comes after the other once.
     */
    static Compiled inAnotherOrder(Compiled version) {
        var rules = new ArrayList<>(version.rules());
        Collections.reverse(rules);
        return version.withRules(rules);
    }

    Map<String, Object> figures() {
        return Map.of("decidedAgain", sample.size());
    }
}
