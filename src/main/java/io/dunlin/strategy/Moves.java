package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Moves the pointers, each move in one transaction. Moves wait for one another; who comes second and has decided on a state
 * that is no more is told so. At the commit every instance hears of it.
 */
@ApplicationScoped
public class Moves {
    /** Versions that customers in mid-ladder may be spread over; each is kept ready to decide. */
    static final int MOST_PINNED = 32;

    static final String CHANNEL = "dunlin_strategies";

    private final EntityManager database;

    Moves(EntityManager database) {
        this.database = database;
    }

    static long revision(EntityManager database) {
        return ((Number) database.createNativeQuery("select revision from strategy_revision")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Puts a version live.
     *
     * @param seen how things stood when it was decided and checked
     */
    void activate(String name, Seen seen, String version, Migration migration, LocalDate day, Signed signed) {
        move(name, seen, row -> {
            var former = row.activation();
            var next = ActivationRow.of(name, signed);
            next.kind = ActivationRow.Kind.ACTIVATED;
            next.version = version;
            next.migration = migration;
            next.day = day;
            next.stepsSince = migration == Migration.RESTART ? day : former == null ? null : former.stepsSince;
            next.before = row.live;
            next.persist();
            row.live = next.id;
            promote(row, version);
        });
    }

    /** A challenger that becomes the one that decides is none any more. */
    private static void promote(StrategyRow row, String version) {
        if (row.challenger != null
                && ChallengerRow.<ChallengerRow>findById(row.challenger).version.equals(version)) {
            row.challenger = null;
        }
    }

    /** Puts back what was live before, as it was: with its pinned customers and the steps it counted. */
    void rollBack(String name, Seen seen, Signed signed) {
        move(name, seen, row -> {
            var now = row.activation();
            if (now == null || now.before == null) {
                throw Problem.CONFLICT.because("Nothing was live before; there is nothing to go back to.");
            }
            ActivationRow former = ActivationRow.findById(now.before);
            var next = ActivationRow.of(name, signed);
            next.kind = ActivationRow.Kind.ROLLED_BACK;
            next.version = former.version;
            next.migration = former.migration;
            next.day = former.day;
            next.stepsSince = former.stepsSince;
            next.before = former.before;
            next.persist();
            row.live = next.id;
        });
    }

    /** Gives a version a share of the customers; 0 percent ends it. */
    void challenge(String name, Seen seen, String version, int percent, String salt, Signed signed) {
        move(name, seen, row -> {
            var next = new ChallengerRow();
            next.name = name;
            next.version = version;
            next.percent = percent;
            next.salt = salt;
            next.at = signed.at();
            next.by = signed.by();
            next.why = signed.why();
            next.persist();
            row.challenger = percent == 0 ? null : next.id;
        });
    }

    /**
     * @param strategy null for the seller's default
     * @param between the strategies its customers had and get: whom they decide for changes
     * @param checked the revision that the checks rest on; nothing may have been moved since
     */
    long assign(String segment, long seen, String strategy, List<String> between, long checked, Signed signed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            next();
            if (revision(database) != checked + 1) {
                throw lost("what decides, while it was being checked");
            }
            SegmentRow row = SegmentRow.findById(segment);
            if ((row == null ? 0 : row.revision) != seen) {
                throw lost("segment " + segment);
            }
            if (row == null) {
                row = new SegmentRow();
                row.segment = segment;
            }
            row.revision = seen + 1;
            row.strategy = strategy;
            row.at = signed.at();
            row.by = signed.by();
            row.why = signed.why();
            row.persist();
            between.stream().distinct().sorted().forEach(name -> {
                StrategyRow moved = StrategyRow.findById(name, LockModeType.PESSIMISTIC_WRITE);
                moved.revision++;
            });
            return row.revision;
        });
    }

    /** A strategy of which so far there is only a draft; empty where the name is taken. */
    Optional<StrategyRow> create(StrategyFiles files, Signed signed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            next();
            if (StrategyRow.findByIdOptional(files.name()).isPresent()) {
                return Optional.empty();
            }
            var row = new StrategyRow();
            row.name = files.name();
            row.revision = 1;
            row.persist();
            DraftRow.first(files, signed);
            return Optional.of(row);
        });
    }

    /** Keeps files as a version that nobody has to freeze, because they come from the folder. */
    static void keep(StrategyFiles files, Signed signed) {
        StrategyVersionRow.keep(files, signed, new TreeSet<>(), null);
    }

    private void move(String name, Seen seen, Consumer<StrategyRow> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            next();
            StrategyRow row = StrategyRow.findById(name, LockModeType.PESSIMISTIC_WRITE);
            seen.demand(row);
            change.accept(row);
            row.revision++;
        });
    }

    /** Takes the next number; whoever else wants one waits for the end of this transaction. */
    private void next() {
        database.createNativeQuery("update strategy_revision set revision = revision + 1")
                .executeUpdate();
        database.createNativeQuery("notify " + CHANNEL).executeUpdate();
    }

    static RuntimeException lost(String what) {
        return Problem.CONFLICT.because(
                "Somebody else changed " + what + " in the meantime. Look at what it is now, and decide again.");
    }
}
