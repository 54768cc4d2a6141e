package dev.parley.adapters.rest.v1.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.adapters.rest.error.Rewritten;
import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
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
        @Field(
                value = "A name for the kind of problem; there is nothing to fetch. Not with 5xx.",
                example = "\"urn:parley:problem:user_not_found\"")
        @Nullable String type,

        @Field(value = "The kind of problem in a few words, for people.", example = "\"User not found\"")
        String title,

        @Field(value = "The status of the answer.", example = "404")
        int status,

        @Field(
                value = "What it means this time, for people. Of 5xx only with `outcome_unknown`.",
                example = "\"Nobody has this name.\"")
        @Nullable String detail,

        @Field(value = "The kind of problem, for programs.", kind = Kind.PROBLEM_CODE)
        String code,

        @Field(value = "Names the request in the service's log.", example = "\"9f86d081884c7d65\"") @Nullable String requestId,

        @Field("What is wrong with fields, all at once. Only with 422.") @Nullable List<Entry> errors,

        @Field(value = "Why what you hold is no longer good. Only with `cursor_expired`.", kind = Kind.RESET_REASON)
        @Nullable String reason,

        @Field(value = "What to load in its place. Only with `cursor_expired`.", example = "\"/v1/conversations\"")
        @Nullable String snapshot)
        implements V1Body {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public record Entry(
            @Field(value = "Its name; empty for the body as a whole.", example = "\"username\"")
            String field,

            @Field(value = "What is wrong, for programs.", kind = Kind.FIELD_FLAW)
            String code,

            @Field(
                    value = "What is wrong, for people; repeats nothing of the value.",
                    example = "\"This is required.\"")
            String message) {

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
        Rewritten.as(MEDIA_TYPE, response, problem.code().status(), body);
    }
}
