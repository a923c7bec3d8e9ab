package io.dunlin.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be wrong with a request, or with us. Clients match on {@link #code()}; it never changes. */
public enum Problem {
    BROKEN_JSON(400, "The body is not valid JSON"),
    UNREADABLE_FIELDS(400, "Some fields cannot be read"),
    BAD_REQUEST(400, "The request cannot be understood"),
    NOT_ALLOWED(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    NO_SUCH_METHOD(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that media type"),
    CONFLICT(409, "This contradicts what is stored"),
    PRECONDITION_FAILED(412, "This was changed since it was read"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is in a media type that this address does not take"),
    INVALID_FACTS(422, "Some facts cannot be true"),
    INVALID_FILE(422, "The file cannot be read"),
    REFUSED_STRATEGY(422, "The strategy cannot be used as it is"),
    PRECONDITION_REQUIRED(428, "It must be said which state is to be changed"),
    TOO_MANY(429, "There is enough to do already"),
    DEFECT(500, "Something broke on our side"),
    UNAVAILABLE(503, "This cannot be answered at the moment");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI type() {
        return URI.create("urn:dunlin:problem:" + code());
    }

    public Refusal because(String detail) {
        return new Refusal(this, detail, new Findings());
    }

    public Refusal because(String detail, Findings findings) {
        return new Refusal(this, detail, findings);
    }

    /** The entry for a status that the framework chose by itself. */
    static Optional<Problem> ofStatus(int status) {
        return Arrays.stream(values())
                .filter(p -> p.status == status && p != BROKEN_JSON && p != UNREADABLE_FIELDS)
                .findFirst();
    }
}
