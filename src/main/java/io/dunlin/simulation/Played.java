package io.dunlin.simulation;

import java.util.List;
import java.util.Set;

/**
 * What one strategy did about one customer.
 *
 * @param done in the order of the days
 * @param fired every rule that proposed or objected to anything on any day, whether or not it prevailed
 */
public record Played(List<Done> done, Set<String> fired) {}
