package dev.parley.adapters.rest.json;

import dev.parley.adapters.rest.request.UnreadableHeaders;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of whatever media type into one type of a surface, and leaves to the surface only what to say of a flaw.
 * An empty body has no media type and is none of them: what it means is the surface's too.
 */
public abstract class JsonBodyReader<T> implements MessageBodyReader<T> {

    /** Bytes that a body may have. */
    public static final int MAX_BYTES = 1 << 20;

    private final Class<T> read;

    protected JsonBodyReader(Class<T> read) {
        this.read = read;
    }

    protected abstract T ofNothing();

    protected abstract T parse(byte[] body) throws MalformedJsonException;

    protected abstract WebApplicationException refusal(BodyFlaw flaw);

    @Override
    public final boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == read;
    }

    @Override
    public final T readFrom(
            Class<T> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        int room = room(headers);
        byte[] body = bytes(stream, room);
        if (body.length == 0) {
            return ofNothing();
        }
        requireJson(headers);
        return value(body);
    }

    /** As much as is to come, where that is told, instead of a buffer for the most there can be. */
    private static int room(MultivaluedMap<String, String> headers) {
        @Nullable String declared = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? MAX_BYTES : Math.clamp(Long.parseLong(declared), 0, MAX_BYTES);
        } catch (NumberFormatException e) {
            return MAX_BYTES;
        }
    }

    private byte[] bytes(InputStream stream, int room) {
        try {
            return stream.readNBytes(room + 1);
        } catch (IOException | RuntimeException e) { // bad chunks the server refuses in a way of its own
            throw refusal(new BodyFlaw.Unreadable());
        }
    }

    private void requireJson(MultivaluedMap<String, String> headers) {
        String sent = Objects.requireNonNullElse(headers.getFirst(UnreadableHeaders.CONTENT_TYPE), "");
        int parameters = sent.indexOf(';');
        String mediaType = (parameters < 0 ? sent : sent.substring(0, parameters)).strip();
        if (!mediaType.equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
            throw refusal(new BodyFlaw.NotJson(sent));
        }
    }

    private T value(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw refusal(new BodyFlaw.TooLarge(MAX_BYTES));
        }
        try {
            return parse(body);
        } catch (MalformedJsonException e) {
            throw refusal(new BodyFlaw.Malformed(String.valueOf(e.getMessage())));
        }
    }
}
