package io.dunlin.mapping;

import io.dunlin.book.Account;

/**
 * What one row of a file says, as book records.
 *
 * @param line where the row starts in the file, 1 is the header
 * @param facts a partial account: a customer, or some of the lists, or both; all else is null or empty
 */
public record Row(long line, Account facts) {}
