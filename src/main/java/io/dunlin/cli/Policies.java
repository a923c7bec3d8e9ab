package io.dunlin.cli;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Strategies in directories, with the guard that stands beside them. */
final class Policies {
    private Policies() {}

    static Decider decider(Path strategy, Path guard) throws IOException, StrategyRefused, Failure {
        return new Decider(compile(strategy), guard(strategy, guard));
    }

    /** @param guard null for the one that stands beside the strategy */
    static Compiled guard(Path strategy, Path guard) throws IOException, StrategyRefused, Failure {
        var beside = strategy.toAbsolutePath().normalize().resolveSibling(StrategyCompiler.GUARD);
        if (guard == null && !Files.isDirectory(beside)) {
            throw new Failure("there is no guard beside the strategy (`" + beside + "`); name one with --guard");
        }
        return compile(guard == null ? beside : guard);
    }

    static Compiled compile(Path directory) throws IOException, StrategyRefused, Failure {
        if (!Files.isRegularFile(directory.resolve(StrategyFiles.MANIFEST))) {
            throw new Failure("`" + directory + "` is not a strategy: it has no " + StrategyFiles.MANIFEST);
        }
        return UserCache.strategies().compile(StrategyFiles.read(directory));
    }
}
