package dev.parley.adapters.rest.v1.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.adapters.rest.error.Rewritten;
import dev.parley.adapters.rest.request.RequestProperty;
import dev.parley.adapters.rest.v1.json.V1Body;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it.
 *
 * @param reason why what the client holds is no longer good; with a {@code cursor_expired} only
 * @param snapshot what to load in its place; with a {@code cursor_expired} only
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

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** What is wrong with one field. */
    public record Entry(String field, String code, String message) {

        private static Entry of(FieldError error) {
            return new Entry(error.field(), error.flaw().code(), error.message());
        }
    }

    /** What broke is told to nobody outside: the request id is enough to find it in the log. */
    static ProblemResponse of(Problem problem, @Nullable String requestId) {
        ProblemCode code = problem.code();
        return code.isOurs()
                ? new ProblemResponse(null, code.title(), code.status(), null, code.code(), requestId, null, null, null)
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

    private static List<Entry> entries(Problem problem) {
        return problem.errors().stream().map(Entry::of).toList();
    }

    /** Puts the problem into a response that is on its way. */
    static void write(Problem problem, ContainerRequestContext request, ContainerResponseContext response) {
        ProblemResponse body = of(problem, RequestProperty.requestId(request));
        Challenge.of(problem.code())
                .ifPresent(challenge -> response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge));
        Rewritten.as(MEDIA_TYPE, response, problem.code().status(), body);
    }
}
