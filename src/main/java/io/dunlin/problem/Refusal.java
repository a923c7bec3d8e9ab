package io.dunlin.problem;

import java.time.Duration;
import java.util.Optional;

/** A request that cannot be carried out, for a reason its sender can do something about. Never thrown for our bugs. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Findings findings;
    /** Null where waiting changes nothing. */
    private Duration retryAfter;

    Refusal(Problem problem, String detail, Findings findings) {
        super(detail);
        this.problem = problem;
        this.findings = findings;
    }

    public Problem problem() {
        return problem;
    }

    /** How long a client should wait before it tries again. */
    public Refusal retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Findings findings() {
        return findings;
    }

    /** It is an answer, not an accident: nobody needs to know where in our code it was given. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
