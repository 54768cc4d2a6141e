package dev.parley.adapters.rest.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the media types that the client sent under header names of our own; refusals of the legacy API repeat them. Replaces
 * an {@code Accept} that cannot be parsed with {@code *}{@code /*}: Jersey would refuse the request before the caller is
 * authenticated. {@link ContentTypeFilter} does the same for a {@code Content-Type}.
 */
@PreMatching
@Priority(FilterOrder.HEADERS)
public final class UnreadableHeaders implements ContainerRequestFilter {

    /** The {@code Content-Type} that the client sent. A header that a client sends under this name is dropped. */
    public static final String CONTENT_TYPE = "Parley-Content-Type";

    /** The {@code Accept} that the client sent. A header that a client sends under this name is dropped. */
    public static final String ACCEPT = "Parley-Accept";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** Jersey takes a type without a subtype for one with any. */
    private static final Pattern TYPE = Pattern.compile(TOKEN + "(/" + TOKEN + ")?");

    /** A weight, another parameter, or nothing behind a semicolon. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i:q)=(0|1|0?\\.[0-9]{0,3}|1\\.0{0,3})|(?!(?i:q)=)" + TOKEN + "=(" + TOKEN + "|\"[^\"]*\")|");

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        keep(headers, HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        RequestContext.of(request).invalidContentType().ifPresent(invalid -> headers.putSingle(CONTENT_TYPE, invalid));
        keep(headers, HttpHeaders.ACCEPT, ACCEPT).ifPresent(value -> {
            if (!isAccept(value)) {
                headers.putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
            }
        });
    }

    private static Optional<String> keep(MultivaluedMap<String, String> headers, String name, String copy) {
        headers.remove(copy);
        Optional<String> sent = Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
        sent.ifPresent(value -> headers.putSingle(copy, value));
        return sent;
    }

    /** A list of media ranges (RFC 9110, 12.5.1). A value that only Jersey cannot parse is refused by Jersey, with 400. */
    private static boolean isAccept(String value) {
        return Stream.of(value.split(",", -1)).filter(range -> !range.isBlank()).allMatch(UnreadableHeaders::isRange);
    }

    private static boolean isRange(String range) {
        String[] parts = range.split(";", -1);
        return TYPE.matcher(parts[0].strip()).matches()
                && Stream.of(parts)
                        .skip(1)
                        .allMatch(part -> PARAMETER.matcher(part.strip()).matches());
    }
}
