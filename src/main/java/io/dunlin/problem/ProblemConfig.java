package io.dunlin.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "dunlin.problem")
interface ProblemConfig {
    /**
     * Longest JSON body that is read. It is held in memory while it is read: higher lets one client use more of it,
     * lower refuses customers with very many invoices. Imports and NDJSON streams are not bound by it.
     */
    @WithDefault("10M")
    MemorySize longestBody();
}
