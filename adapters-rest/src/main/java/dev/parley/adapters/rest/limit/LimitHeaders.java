package dev.parley.adapters.rest.limit;

import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;

/**
 * Writes the rate-limit headers of draft-ietf-httpapi-ratelimit-headers-11. For each bucket, {@code q} is its capacity
 * and {@code w} the time in which it fills. {@code r} is the number of remaining permits and {@code t} the time until
 * the bucket is full.
 *
 * <p>Seconds are rounded up, because a client that retries too early must retry again.
 */
public final class LimitHeaders {

    public static final String POLICY = "RateLimit-Policy";
    public static final String LIMIT = "RateLimit";

    private LimitHeaders() {}

    /** The response to the result, or a 429; both with the headers of the limits that the use case checked. */
    public static <R> Response answer(Outcome<R> outcome, Function<R, Response> answer) {
        return switch (outcome) {
            case Outcome.Allowed<R>(R result, PermitResults results) -> with(results, answer.apply(result));
            case Outcome.Throttled<R>(PermitResults results) -> with(results, TooManyRequests.response(results));
        };
    }

    public static Response with(PermitResults results, Response answer) {
        return results.all().isEmpty()
                ? answer
                : Response.fromResponse(answer)
                        .header(POLICY, policies(results))
                        .header(LIMIT, limits(results))
                        .build();
    }

    public static void add(PermitResults results, MultivaluedMap<String, Object> headers) {
        if (!results.all().isEmpty()) {
            headers.add(POLICY, policies(results));
            headers.add(LIMIT, limits(results));
        }
    }

    private static String policies(PermitResults results) {
        StringBuilder text = new StringBuilder();
        for (PermitResult result : results.tightest()) {
            RateLimit limit = result.limit();
            next(text, limit).append(";q=").append(limit.burst()).append(";w=").append(seconds(limit.fillTime()));
        }
        return text.toString();
    }

    private static String limits(PermitResults results) {
        StringBuilder text = new StringBuilder();
        for (PermitResult result : results.tightest()) {
            next(text, result.limit())
                    .append(";r=")
                    .append(result.remaining())
                    .append(";t=")
                    .append(seconds(result.untilFull()));
        }
        return text.toString();
    }

    private static StringBuilder next(StringBuilder text, RateLimit limit) {
        return (text.isEmpty() ? text : text.append(", "))
                .append('"')
                .append(limit.name())
                .append('"');
    }

    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
