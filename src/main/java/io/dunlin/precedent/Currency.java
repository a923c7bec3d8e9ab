package io.dunlin.precedent;

import io.dunlin.vocabulary.Rates;

/** In what a dossier counts money, and what that is worth in others; the same on all days. */
record Currency(String code, int decimals, Rates rates) {}
