package io.dunlin.study;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

@ConfigMapping(prefix = "dunlin.study")
interface StudyConfig {
    /**
     * Simulations that this instance runs at a time. Each wants some hundred megabytes while it reads files and takes
     * computing time from answers; more finish no sooner on the same processors. With 0 it takes orders for others to run.
     */
    @WithDefault("1")
    int running();

    /** Simulations that may wait, on all instances together. More only wait longer; the next order is refused. */
    @WithDefault("20")
    int queued();

    /** Threads that play one simulation; more finish sooner and leave less to answers. Half of the processors if not set. */
    OptionalInt threads();

    /**
     * Customers that are played and kept together. Smaller loses less when the service ends and says sooner how far it
     * is, larger writes less: each part keeps sums of its own.
     */
    @WithDefault("1000")
    int partCustomers();

    /** Longest upload, all files together. It is kept in the database until it is read. */
    @WithDefault("1G")
    MemorySize longestUpload();

    /** Ended simulations that are kept, newest first; each is a document, a report and a row for each changed invoice. */
    @WithDefault("50")
    int kept();

    /** How long they are kept at most. */
    @WithDefault("P30D")
    Duration keptFor();

    /**
     * Silence after which an instance counts as dead and another takes its simulation over. Shorter goes on sooner after
     * a crash; shorter than the longest pause of a busy machine makes two do the same work, and one throw it away.
     */
    @WithDefault("PT30S")
    Duration takenOverAfter();

    /** How often an instance looks for work that it was not told of. Shorter costs one small query each time. */
    @WithDefault("PT5S")
    Duration pollEvery();

    /** How often listeners are told how far a simulation is; each telling is a small query. */
    @WithDefault("PT1S")
    Duration tellEvery();
}
