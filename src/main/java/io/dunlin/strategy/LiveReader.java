package io.dunlin.strategy;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyRefused;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads where the pointers stand and compiles what they point to, before anybody has to wait for it. */
@ApplicationScoped
public class LiveReader {
    private final EntityManager database;
    private final CompiledVersions versions;
    private final StrategyConfig config;

    LiveReader(EntityManager database, CompiledVersions versions, StrategyConfig config) {
        this.database = database;
        this.versions = versions;
        this.config = config;
    }

    /** The pointers as one transaction saw them. */
    private record Pointers(
            long revision,
            Set<String> names,
            Map<String, List<ActivationRow>> activations,
            List<ChallengerRow> challengers,
            Map<String, String> segments) {}

    long revision() {
        return QuarkusTransaction.requiringNew().call(() -> Moves.revision(database));
    }

    Live read() {
        var pointers = QuarkusTransaction.requiringNew().call(this::pointers);
        var challengers = pointers.challengers().stream().collect(Collectors.toMap(row -> row.name, row -> row));
        var lines = new HashMap<String, Live.Line>();
        pointers.activations().forEach((name, history) -> {
            var standing = standing(history);
            if (standing != null) {
                lines.put(name, new Live.Line(standing, challenger(challengers.get(name))));
            }
        });
        var waiting = new TreeSet<>(pointers.names());
        waiting.removeAll(lines.keySet());
        return new Live(pointers.revision(), config.standard(), Map.copyOf(lines), waiting, pointers.segments());
    }

    private Pointers pointers() {
        // Every statement shall see the same moment.
        database.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        List<StrategyRow> all = StrategyRow.listAll();
        var activations = all.stream()
                .filter(row -> row.live != null)
                .collect(Collectors.toMap(row -> row.name, row -> chain(row.activation())));
        var challengers = all.stream()
                .map(row -> row.challenger)
                .filter(Objects::nonNull)
                .map(id -> ChallengerRow.<ChallengerRow>findById(id))
                .toList();
        var segments = SegmentRow.<SegmentRow>streamAll()
                .filter(row -> row.strategy != null)
                .collect(Collectors.toMap(row -> row.segment, row -> row.strategy));
        var names = all.stream().map(row -> row.name).collect(Collectors.toSet());
        return new Pointers(Moves.revision(database), names, activations, challengers, segments);
    }

    /** The live activation and what it goes back to, as far as that may matter. */
    private static List<ActivationRow> chain(ActivationRow live) {
        var chain = new ArrayList<ActivationRow>();
        for (var row = live; row != null && chain.size() <= Moves.MOST_PINNED; ) {
            chain.add(row);
            row = row.before == null ? null : ActivationRow.findById(row.before);
        }
        return chain;
    }

    /** The newest that compiles, with those behind it that customers are pinned to; null where none does. */
    private Standing standing(List<ActivationRow> chain) {
        if (chain.isEmpty()) {
            return null;
        }
        var row = chain.get(0);
        var rest = chain.subList(1, chain.size());
        var compiled = compiled(row.name, row.version);
        if (compiled == null) {
            return standing(rest);
        }
        var pinned = row.migration == Migration.PIN ? standing(rest) : null;
        return new Standing(row.id, compiled, row.day, row.stepsSince, pinned);
    }

    private Challenger challenger(ChallengerRow row) {
        var compiled = row == null ? null : compiled(row.name, row.version);
        return compiled == null ? null : new Challenger(row.id, compiled, row.percent, row.salt);
    }

    /** Null where this release does not understand what an earlier, or a later, one took. */
    private Compiled compiled(String name, String version) {
        try {
            return versions.get(name, version, () -> Versions.files(name, version));
        } catch (StrategyRefused e) {
            Log.errorf("version %s of %s went live but is refused here: %s", version, name, e.getMessage());
            return null;
        }
    }
}
