package io.dunlin.cli;

/** Ends a command with a sentence. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }
}
