package io.dunlin.study;

import io.dunlin.simulation.Described;
import java.util.List;

/** What is remembered of a portfolio that was laid down; its accounts are elsewhere, in blocks. */
record Laid(Extent extent, List<Input> inputs) implements Described {}
