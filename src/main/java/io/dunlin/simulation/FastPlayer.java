package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.engine.Bygone;
import io.dunlin.engine.Decider;
import io.dunlin.precedent.Course;
import io.dunlin.precedent.Days;
import io.dunlin.precedent.Dossier;
import io.dunlin.precedent.Intake;
import io.dunlin.precedent.Taken;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Plays the same as {@link PlainPlayer}, many times faster: each distinct case is decided once, days on which nothing can
 * change are left out. What the shortcut cannot hold, a customer or a whole strategy, is played plainly, and counted.
 */
public final class FastPlayer implements Player {
    private final PlainPlayer plain;
    private final Decider decider;
    private final Window window;
    private final Days days;
    private final Set<String> objections;
    /** What was learnt about cases belongs to one thread at a time. */
    private final Queue<Lane> idle = new ConcurrentLinkedQueue<>();

    private final LongAdder fast = new LongAdder();
    private final LongAdder plainly = new LongAdder();

    private record Lane(Course course, Dossier dossier) {}

    /**
     * How often the shortcut was taken.
     *
     * @param objections why it never can be with this strategy; empty where it can
     */
    public record Effort(long fast, long plain, Set<String> objections) {}

    public FastPlayer(Decider decider, Window window, Books books) {
        this.plain = new PlainPlayer(decider, window, books);
        this.decider = decider;
        this.window = window;
        this.days = window.isSnapshot()
                ? Days.only(books.on(window.from()))
                : Days.working(window.from(), window.to(), books::on);
        this.objections = Course.objections(decider, days);
    }

    /** What is done about one member of a family changes what is due for the others: that has no shortcut. */
    @Override
    public List<Played> play(Family family) {
        if (family.isOne()) {
            return List.of(play(family.members().get(0)));
        }
        plainly.add(family.members().size());
        return plain.play(new Family(family.members().stream().map(this::left).toList()));
    }

    /** Who owes nothing and is owed nothing is decided nothing about. */
    private static boolean isEmpty(Account account) {
        return account.invoices().isEmpty()
                && account.payments().isEmpty()
                && account.credits().isEmpty();
    }

    private Account left(Account account) {
        return Bygone.left(account, window.from());
    }

    @Override
    public Played play(Account whole) {
        var account = left(whole);
        if (isEmpty(account)) {
            fast.increment();
            return new Played(List.of(), Set.of());
        }
        if (!objections.isEmpty()) {
            plainly.increment();
            return plain.play(account);
        }
        var pooled = idle.poll();
        var lane = pooled == null ? new Lane(new Course(decider, days, OwnCopy::after), new Dossier()) : pooled;
        var own = OwnCopy.of(account, window).account();
        if (!Intake.fill(lane.dossier(), own, window.from())) {
            idle.add(lane);
            plainly.increment();
            return plain.play(account);
        }
        var played = play(lane);
        // A lane that threw is not used again.
        idle.add(lane);
        fast.increment();
        return played;
    }

    @Override
    public DayByDay dayByDay(Account account) {
        var holds = objections.isEmpty()
                && Intake.fill(new Dossier(), OwnCopy.of(left(account), window).account(), window.from());
        return holds ? null : plain.dayByDay(account);
    }

    private static Played play(Lane lane) {
        var done = new ArrayList<Done>();
        for (var taken : lane.course().lead(lane.dossier())) {
            done.add(done(taken, lane.dossier()));
        }
        return new Played(done, lane.course().spoke());
    }

    private static Done done(Taken taken, Dossier dossier) {
        var step = taken.step();
        var invoices = IntStream.of(taken.about()).mapToObj(dossier::id).toList();
        return new Done(
                Days.date(taken.day()),
                step.action(),
                step.level(),
                step.channel(),
                step.action().owner(),
                step.approval(),
                invoices,
                steps(taken, dossier),
                asks(taken, dossier),
                step.rules());
    }

    private static List<Contact.Step> steps(Taken taken, Dossier dossier) {
        var steps = new ArrayList<Contact.Step>(taken.invoices().length);
        for (int i = 0; i < taken.invoices().length; i++) {
            int invoice = taken.invoices()[i];
            var action = Action.values()[taken.actions()[i]];
            steps.add(new Contact.Step(invoice < 0 ? null : dossier.id(invoice), action, taken.levels()[i]));
        }
        return steps;
    }

    private static Map<String, BigDecimal> asks(Taken taken, Dossier dossier) {
        return taken.step().action().claim() == Claim.NOTHING || taken.about().length == 0
                ? Map.of()
                : Map.of(dossier.currency(), dossier.money(taken.asks()));
    }

    public Effort effort() {
        return new Effort(fast.sum(), plainly.sum(), objections);
    }
}
