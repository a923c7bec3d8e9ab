package io.dunlin.scenario;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.vocabulary.Action;

/**
 * Facts, and what the strategy is expected to make of them.
 *
 * @param asked in scenarios of the guard: the action it is asked about, proposed whatever the facts; else null
 */
record Scenario(String name, Asked asked, Account account, Book book, Expectation expect) {
    record Asked(Action action, int level) {}
}
