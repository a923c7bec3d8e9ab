package io.dunlin.precedent;

import io.dunlin.engine.Standing.Step;

/**
 * Something a decision wants done on a day, in numbers; invoices by their place in the {@link Dossier}.
 *
 * @param about every invoice it speaks of, the one it is about first; empty for the customer as a whole
 * @param invoices what it is for the ladder of each: the invoice, -1 for the customer as a whole ...
 * @param actions ... the action's ordinal ...
 * @param levels ... and its level
 * @param asks money asked for, in the smallest unit; 0 where none is
 */
public record Taken(int day, Step step, int[] about, int[] invoices, int[] actions, int[] levels, long asks) {}
