package io.dunlin.mapping;

/** Why a cell does not mean what it should; carried no further than to the reject of its row. */
final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood(String reason) {
        super(reason, null, false, false);
    }
}
