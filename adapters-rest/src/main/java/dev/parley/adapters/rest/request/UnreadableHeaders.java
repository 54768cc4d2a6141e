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
 * Puts harmless values in place of media types that cannot be parsed, which would otherwise end a request before anybody
 * has asked who makes it. What the client wrote is kept under names of our own, for whoever words the refusal.
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
        keep(headers, HttpHeaders.CONTENT_TYPE, CONTENT_TYPE).ifPresent(value -> {
            if (!isMediaType(value)) {
                headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
            }
        });
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

    private static boolean isMediaType(String value) {
        try {
            return !MediaType.valueOf(value).getType().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAccept(String value) {
        try {
            return HttpHeaderReader.readAcceptMediaType(value) != null;
        } catch (ParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
