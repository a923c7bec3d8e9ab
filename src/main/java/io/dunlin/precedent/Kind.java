package io.dunlin.precedent;

/**
 * Everything about an invoice itself that can matter today.
 *
 * @param decided what was decided, by the state of the customer
 */
record Kind(View view, LongMap<Entry> decided) {}
