package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.error.ErrorFormat;
import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/** The error format of v1. */
public final class V1ErrorFormat implements ErrorFormat {

    @Override
    public void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        ProblemResponse.write(Problem.of(codeOf(failure)), request, response);
    }

    private static ProblemCode codeOf(Failure failure) {
        return switch (failure) {
            case Failure.Unavailable unavailable -> ProblemCode.UNAVAILABLE;
            case Failure.OutcomeUnknown unknown -> ProblemCode.OUTCOME_UNKNOWN;
            case Failure.Unexpected unexpected -> ProblemCode.INTERNAL_ERROR;
            case Failure.MethodNotAllowed notAllowed -> ProblemCode.METHOD_NOT_ALLOWED;
            case Failure.Throttled throttled -> ProblemCode.RATE_LIMITED;
            case Failure.Refused(int status) -> ProblemCode.ofStatus(status);
        };
    }
}
