package io.dunlin.experiment;

import io.dunlin.simulation.Prices;
import io.dunlin.vocabulary.Rates;

/**
 * In what everything is counted.
 *
 * @param prices null where no cost table was given
 */
record Terms(Window window, String currency, Rates rates, Prices prices, int attributionDays) {}
