package io.dunlin.simulation;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Those that are played together: a portfolio, or some of it. */
@FunctionalInterface
public interface Families {
    /** Each customer in one of them; close the stream. What is supplied may be put together on any thread. */
    Stream<? extends Supplier<Family>> families() throws SimulationRefused;
}
