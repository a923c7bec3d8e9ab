package io.dunlin.strategy;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Compiled versions by content: those in use, and of the others the last few that somebody asked for. */
@ApplicationScoped
public class CompiledVersions {
    private static final int MOST = 64;

    private record Key(String name, String version) {}

    private final Map<Key, Compiled> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Compiled> eldest) {
            return size() > MOST;
        }
    };

    Optional<Compiled> known(String name, String version) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(new Key(name, version)));
        }
    }

    /** Compiling takes long and locks nobody out; where two do it at once, one is thrown away. */
    Compiled get(String name, String version, Supplier<StrategyFiles> files) throws StrategyRefused {
        var known = known(name, version);
        return known.isPresent() ? known.get() : keep(StrategyCompiler.compile(files.get()));
    }

    Compiled keep(Compiled compiled) {
        synchronized (kept) {
            var earlier = kept.putIfAbsent(new Key(compiled.name(), compiled.version()), compiled);
            return earlier == null ? compiled : earlier;
        }
    }
}
