package io.dunlin.cli;

import java.nio.file.Path;

/** Where the command line keeps what can be made again. */
final class CacheFolder {
    private CacheFolder() {}

    static Path standard() {
        var own = System.getenv("DUNLIN_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own, "portfolios");
        }
        var shared = System.getenv("XDG_CACHE_HOME");
        var base = shared == null || shared.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(shared);
        return base.resolve("dunlin").resolve("portfolios");
    }
}
