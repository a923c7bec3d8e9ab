package io.dunlin.experiment;

/**
 * How long an invoice was seen unpaid after its due day.
 *
 * @param days from the due day until it was paid (0 where it was paid in time), or until nobody has seen further
 * @param observable days from the due day to the as-of day, however early it was paid
 */
public record Wait(int days, boolean paid, int observable) {}
