package dev.parley.adapters.rest.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.ParseException;
import java.util.Optional;
import org.glassfish.jersey.message.internal.HttpHeaderReader;

/**
 * Keeps what the client wrote as its media types under names of our own, for whoever words a refusal, and puts a harmless
 * value in place of an {@code Accept} that cannot be parsed, which would otherwise end a request before anybody has asked
 * who makes it. {@link ContentTypeFilter} does the same for a {@code Content-Type}.
 */
@PreMatching
@Priority(0)
public final class UnreadableHeaders implements ContainerRequestFilter {

    /** What the client sent as {@code Content-Type}; nothing that a client sends under this name gets through. */
    public static final String CONTENT_TYPE = "Parley-Content-Type";

    /** What the client sent as {@code Accept}; nothing that a client sends under this name gets through. */
    public static final String ACCEPT = "Parley-Accept";

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        keep(headers, HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        if (request.getProperty(RequestProperty.CONTENT_TYPE) instanceof String unreadable) {
            headers.putSingle(CONTENT_TYPE, unreadable);
        }
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

    private static boolean isAccept(String value) {
        try {
            return HttpHeaderReader.readAcceptMediaType(value) != null;
        } catch (ParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
