package io.dunlin.strategy;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.book.StrategyNames;
import io.dunlin.engine.Choice;
import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** What decides now, and what once decided. */
@ApplicationScoped
public class Strategies implements StrategyNames {
    private final Folders folders;
    private final LiveReader reader;
    private final CompiledVersions versions;
    private final MultiGauge info;
    /** Read once by every request; swapped whole, when all in it is compiled. */
    private volatile Live live;

    Strategies(Folders folders, LiveReader reader, CompiledVersions versions, MeterRegistry meters) {
        this.folders = folders;
        this.reader = reader;
        this.versions = versions;
        this.info = MultiGauge.builder("collections.strategy.info")
                .description("Which version of a strategy decides; always 1")
                .register(meters);
    }

    void start() {
        folders.look();
        refresh();
    }

    /** Catches up with the database; what is new is compiled before it is seen by anybody. */
    synchronized void refresh() {
        if (live != null && live.revision() == reader.revision()) {
            return;
        }
        var next = reader.read();
        live = next;
        info.register(
                next.lines().entrySet().stream()
                        .map(line -> Row.of(
                                Tags.of(
                                        "strategy",
                                        line.getKey(),
                                        "version",
                                        line.getValue()
                                                .standing()
                                                .version()
                                                .version()
                                                .substring(0, 12)),
                                1))
                        .toList(),
                true);
        Log.debugf("strategies as of revision %d", next.revision());
    }

    /** Looks at the files on disk again. */
    void lookAtFolders() {
        folders.look();
    }

    @Override
    public List<String> names() {
        return live.names();
    }

    Live live() {
        return live;
    }

    /** Decides with what is live; {@code asked} null leaves the choice to what is agreed for the customer. */
    public Decider decider(String asked, Account account, LocalDate asOf) {
        return live.decider(asked, account, asOf);
    }

    /** Name of the strategy that decides for a customer where nobody asks for another. */
    public String agreed(Debtor debtor) {
        return live.agreed(debtor);
    }

    /** Decides as it was once decided. */
    public Decider decider(PolicyVersion strategy, PolicyVersion guard, Choice choice) {
        return new Decider(stored(strategy), stored(guard), choice);
    }

    /** Decides with a draft and the live guard. */
    public Decider trying(Compiled draft) {
        return new Decider(draft, live.guard(), new Choice(Choice.ChosenBy.ASKED, null, null, null));
    }

    private Compiled stored(PolicyVersion policy) {
        try {
            return versions.get(policy.name(), policy.version(), () -> Versions.files(policy.name(), policy.version()));
        } catch (StrategyRefused e) {
            throw new IllegalStateException("a version that was live no longer compiles", e);
        }
    }
}
