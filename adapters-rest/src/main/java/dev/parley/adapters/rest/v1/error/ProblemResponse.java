package dev.parley.adapters.rest.v1.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.adapters.rest.error.ResponseEntities;
import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the format of RFC 9457.
 *
 * @param reason why the client's state is outdated; only with {@code cursor_expired}
 * @param snapshot the path to load instead; only with {@code cursor_expired}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemResponse(
        @Nullable String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String requestId,
        @Nullable List<Entry> errors,
        @Nullable String reason,
        @Nullable String snapshot)
        implements V1Body {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public record Entry(String field, String code, String message) {

        private static Entry of(FieldError error) {
            return new Entry(error.field(), error.flaw().code(), error.message());
        }
    }

    /** The cause of an internal error is not revealed; the request id is enough to find it in the log. */
    static ProblemResponse of(Problem problem, @Nullable String requestId) {
        ProblemCode code = problem.code();
        return code.isOurs()
                ? new ProblemResponse(
                        null, code.title(), code.status(), advice(code), code.code(), requestId, null, null, null)
                : new ProblemResponse(
                        code.type(),
                        code.title(),
                        code.status(),
                        problem.detail(),
                        code.code(),
                        requestId,
                        problem.errors().isEmpty() ? null : entries(problem),
                        problem.reload().map(Problem.Reload::reason).orElse(null),
                        problem.reload().map(Problem.Reload::snapshot).orElse(null));
    }

    /** What a client must know before it repeats a request. */
    private static @Nullable String advice(ProblemCode code) {
        return code == ProblemCode.OUTCOME_UNKNOWN ? code.meaning() : null;
    }

    private static List<Entry> entries(Problem problem) {
        return problem.errors().stream().map(Entry::of).toList();
    }

    /** Replaces the entity of a response by the problem. */
    static void write(Problem problem, ContainerRequestContext request, ContainerResponseContext response) {
        ProblemResponse body = of(problem, RequestContext.of(request).id().orElse(null));
        Challenge.of(problem.code())
                .ifPresent(challenge -> response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge));
        ResponseEntities.as(MEDIA_TYPE, response, problem.code().status(), body);
    }
}
