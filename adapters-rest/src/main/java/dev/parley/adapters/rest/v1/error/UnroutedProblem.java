package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.nio.charset.StandardCharsets;

/** The response to a request under {@code /v1} that the server refused before Jersey received it. */
public record UnroutedProblem(int status, String json) {

    public static final String MEDIA_TYPE = ProblemResponse.MEDIA_TYPE.toString();

    /** @param detail the meaning of the status only, because the request was not parsed */
    public static UnroutedProblem of(int status, String detail, String requestId) {
        ProblemCode code = ProblemCode.ofStatus(status);
        Problem problem = Problem.of(code, detail);
        byte[] json = V1Json.bytes(V1Json.tree(ProblemResponse.of(problem, requestId)));
        return new UnroutedProblem(code.status(), new String(json, StandardCharsets.UTF_8));
    }
}
