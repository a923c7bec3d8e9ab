package io.dunlin.strategy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

@ConfigMapping(prefix = "dunlin.strategy")
interface StrategyConfig {
    /** Folder with one folder per strategy, and the guard among them. */
    @WithDefault("rules")
    Path folder();

    /** Decides for every customer who names no other strategy. */
    @WithDefault("standard")
    String standard();

    /**
     * What becomes of files that were changed in the folder. The careful answer is the default, because it holds where
     * nobody thought about it: a copied folder or a new image never changes by itself how customers are treated.
     */
    @WithDefault("production")
    Mode mode();

    /**
     * How often every instance looks whether it is behind, besides being told at once. Only matters while the connection
     * on which it is told is down; shorter costs one small query each time.
     */
    @WithDefault("PT5S")
    Duration pollEvery();

    enum Mode {
        /** Changed files become the draft; a person puts them live. */
        PRODUCTION,
        /** Changed files that compile go live within a second: for writing rules, never for real customers. */
        DEVELOPMENT
    }
}
