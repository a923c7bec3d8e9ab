package io.dunlin.problem;

/** A request that cannot be carried out, for a reason its sender can do something about. Never thrown for our bugs. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Findings findings;

    Refusal(Problem problem, String detail, Findings findings) {
        super(detail);
        this.problem = problem;
        this.findings = findings;
    }

    public Problem problem() {
        return problem;
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
