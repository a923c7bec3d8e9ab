package io.dunlin.strategy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

@ConfigMapping(prefix = "dunlin.strategy")
interface StrategyConfig {
    /** Folder with one folder per strategy, and the guard among them. */
    @WithDefault("rules")
    Path folder();

    /** Decides for every customer who names no other strategy. */
    @WithDefault("standard")
    String standard();
}
