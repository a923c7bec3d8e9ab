package io.dunlin.mapping;

/** The file as a whole cannot be read as the mapping says; the message is one sentence for the person who sent it. */
public class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableFile(String message) {
        super(message);
    }

    public UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
