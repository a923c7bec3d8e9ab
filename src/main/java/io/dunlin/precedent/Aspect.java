package io.dunlin.precedent;

import io.dunlin.precedent.Questions.Asker;
import io.dunlin.precedent.Questions.Pair;
import java.util.List;
import java.util.stream.IntStream;

/** What some rules ask of the customer as a whole. Rules that ask the same share it, and its answer of the day. */
final class Aspect {
    final int id;
    final Asker asker;
    final Profile profile;
    final List<Pair> pairs;
    final boolean asksSize;
    final boolean asksHabitual;
    final boolean asksRecentlyDone;
    /** Whether it depends on the customer's invoices. */
    final boolean asksInvoices;
    /** The numbers that are asked for, by place in {@link Money#SLOTS}, and what each is compared with. */
    final int[] slots;

    final Scale[] scales;
    /** The state of the customer it was asked for last, and the answer; kept by {@link Whole}. */
    long askedFor;

    int answer;
    // What the answer is a number of.
    int number = -1;
    long place;
    long rest;
    long more;

    Aspect(int id, Asker asker, Questions questions, Money money) {
        this.id = id;
        this.asker = asker;
        this.profile = new Profile(questions);
        this.pairs = questions.pairs();
        this.asksSize = questions.asksOfCustomer(asker, "sizeClass");
        this.asksHabitual = questions.asksOfCustomer(asker, "habitualLatePayer");
        // What was done for the customer stops the same for the customer, whoever asks.
        this.asksRecentlyDone = asker == Asker.CUSTOMER || questions.asksOfCustomer(asker, "recentlyDone");
        var all = asker == Asker.CUSTOMER ? money.customer : money.invoice;
        this.slots =
                IntStream.range(0, all.length).filter(slot -> all[slot] != null).toArray();
        this.asksInvoices = asksSize
                || asksHabitual
                || !pairs.isEmpty()
                || IntStream.of(slots).anyMatch(Money::isOfInvoices);
        this.scales = IntStream.of(slots).mapToObj(slot -> all[slot]).toArray(Scale[]::new);
    }

    /** Equal for those that ask the same. */
    Object same() {
        return List.of(
                asker,
                profile.same(asker),
                pairs,
                List.of(asksSize, asksHabitual, asksRecentlyDone),
                IntStream.of(slots).boxed().toList(),
                List.of(scales).stream().map(Scale::same).toList());
    }
}
