package dev.parley.bootstrap.http;

import dev.parley.bootstrap.configuration.HttpConfiguration;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/**
 * Lets pages of other origins call the API. A caller sends a token in a header, which no browser adds by itself. So CORS
 * credentials (cookies) are never allowed.
 */
public final class CrossOrigins {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    private static final Set<String> REQUEST_HEADERS =
            Set.of("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "X-Request-Id");
    private static final Set<String> ANSWER_HEADERS = Set.of(
            "Idempotency-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate", "X-Request-Id");
    private static final Duration PREFLIGHT_LIFETIME = Duration.ofMinutes(10);

    private CrossOrigins() {}

    /** @param origins each as browsers write them, or {@value HttpConfiguration#ANY} */
    public static CrossOriginHandler allowing(Set<String> origins) {
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(origins.contains(HttpConfiguration.ANY) ? origins : literally(origins));
        handler.setAllowCredentials(false);
        handler.setAllowedMethods(METHODS);
        handler.setAllowedHeaders(REQUEST_HEADERS);
        handler.setExposedHeaders(ANSWER_HEADERS);
        handler.setPreflightMaxAge(PREFLIGHT_LIFETIME);
        return handler;
    }

    /** Jetty reads them as regular expressions, in which a dot matches any character. */
    private static Set<String> literally(Set<String> origins) {
        return origins.stream().map(Pattern::quote).collect(Collectors.toUnmodifiableSet());
    }
}
