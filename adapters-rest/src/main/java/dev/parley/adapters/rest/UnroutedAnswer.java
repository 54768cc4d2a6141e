package dev.parley.adapters.rest;

import dev.parley.adapters.rest.error.StatusWording;
import dev.parley.adapters.rest.request.AllowedMethods;
import dev.parley.adapters.rest.v1.error.UnroutedProblem;
import dev.parley.adapters.rest.v1.http.V1Path;
import java.util.Set;

/**
 * What is answered to a request that no surface gets to see, because the server refuses it before: in the form of the
 * surface that its path would have led to. It says what the status says and repeats nothing of the request.
 *
 * <p>Of some requests the server knows no path: it could not decode it, or not even read it to its end. They are answered
 * with a problem: v1 promises nothing else, and it has the {@code detail} of the classic form in it.
 *
 * @param body ASCII
 */
public record UnroutedAnswer(int status, String contentType, String body) {

    /** What {@code Allow} says with a 405: no path has the method, and these there are on some. */
    public static final String ALLOW = AllowedMethods.header(AllowedMethods.ORDER);

    private static final int OURS = 500;

    /** What the server puts where it knows no path. */
    private static final Set<String> NO_PATH = Set.of("", "/badMessage", "/badURI");

    /** A transfer coding and a version of HTTP: who asks for another than is spoken here has made the error. */
    private static final Set<Integer> NOT_SPOKEN = Set.of(426, 501, 505);

    private static final int BAD_REQUEST = 400;

    /**
     * @param path as it came; empty if there is none
     * @param refusal the status that the server refuses it with
     */
    public static UnroutedAnswer of(String path, int refusal, String requestId) {
        int status = NOT_SPOKEN.contains(refusal) ? BAD_REQUEST : refusal;
        return NO_PATH.contains(path) || V1Path.ROOT.contains(path.substring(1))
                ? problem(UnroutedProblem.of(status, StatusWording.of(status), requestId))
                : new UnroutedAnswer(status, "application/json", classic(status, requestId));
    }

    private static UnroutedAnswer problem(UnroutedProblem problem) {
        return new UnroutedAnswer(problem.status(), UnroutedProblem.MEDIA_TYPE, problem.json());
    }

    private static String classic(int status, String requestId) {
        String detail = StatusWording.of(status);
        return status < OURS
                ? "{\"detail\":\"%s\"}".formatted(detail)
                : "{\"detail\":\"%s\",\"request_id\":\"%s\"}".formatted(detail, requestId);
    }
}
