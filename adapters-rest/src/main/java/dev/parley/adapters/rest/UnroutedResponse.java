package dev.parley.adapters.rest;

import dev.parley.adapters.rest.error.StatusMessage;
import dev.parley.adapters.rest.request.AllowedMethods;
import dev.parley.adapters.rest.v1.error.UnroutedProblem;
import dev.parley.adapters.rest.v1.http.V1Path;
import java.util.Set;

/**
 * The response to a request that the server refuses before Jersey receives it. It has the error format of the API to
 * which the path belongs. It states only the meaning of the status, and repeats nothing of the request.
 *
 * <p>Where the path could not be read or decoded, the format is that of v1. A v1 problem also contains the
 * {@code detail} of the legacy error format.
 *
 * @param body ASCII
 */
public record UnroutedResponse(int status, String contentType, String body) {

    /** The {@code Allow} header of a 405 for a method that no path has: all methods of the APIs. */
    public static final String ALLOW = AllowedMethods.header(AllowedMethods.ORDER);

    private static final int SERVER_ERROR = 500;

    /** The paths that the server reports when it could not read one. */
    private static final Set<String> NO_PATH = Set.of("", "/badMessage", "/badURI");

    /** Unsupported protocol version or transfer coding: reported as an error of the client. */
    private static final Set<Integer> UNSUPPORTED = Set.of(426, 501, 505);

    private static final int BAD_REQUEST = 400;

    /**
     * @param path the encoded path; empty if unknown
     * @param refusal the status that the server chose
     */
    public static UnroutedResponse of(String path, int refusal, String requestId) {
        int status = UNSUPPORTED.contains(refusal) ? BAD_REQUEST : refusal;
        return NO_PATH.contains(path) || V1Path.ROOT.contains(path.substring(1))
                ? problem(UnroutedProblem.of(status, StatusMessage.of(status), requestId))
                : new UnroutedResponse(status, "application/json", classic(status, requestId));
    }

    private static UnroutedResponse problem(UnroutedProblem problem) {
        return new UnroutedResponse(problem.status(), UnroutedProblem.MEDIA_TYPE, problem.json());
    }

    private static String classic(int status, String requestId) {
        String detail = StatusMessage.of(status);
        return status < SERVER_ERROR
                ? "{\"detail\":\"%s\"}".formatted(detail)
                : "{\"detail\":\"%s\",\"request_id\":\"%s\"}".formatted(detail, requestId);
    }
}
