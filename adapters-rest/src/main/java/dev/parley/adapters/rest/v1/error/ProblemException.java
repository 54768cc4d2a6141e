package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;

/** Refuses a request with a {@link Problem}. */
public final class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    public ProblemException(Problem problem) {
        super(problem.response());
    }

    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    public ProblemException(ProblemCode code, String detail) {
        this(Problem.of(code, detail));
    }
}
