package io.dunlin.portfolio;

/** The files cannot be walked through as they lie; nothing is wrong with them. */
final class NotSorted extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSorted() {
        super("not in the order of the customers", null, false, false);
    }
}
