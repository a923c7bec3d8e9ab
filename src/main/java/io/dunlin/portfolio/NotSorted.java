package io.dunlin.portfolio;

/** The files cannot be walked through as they lie; nothing is wrong with them. */
final class NotSorted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param where what stood in the way, as a sentence without its end */
    NotSorted(String where) {
        super(where, null, false, false);
    }
}
