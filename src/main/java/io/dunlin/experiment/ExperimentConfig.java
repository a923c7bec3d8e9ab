package io.dunlin.experiment;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "dunlin.experiment")
interface ExperimentConfig {
    /** A cost table, as {@code ./dunlin simulate --costs} takes one. Without it nothing is said of cost. */
    Optional<Path> costs();
}
