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
 * Reads a body into one type of an API; the API words the errors.
 *
 * <p>An empty body needs no media type. Its meaning is also up to the API.
 */
public abstract class JsonBodyReader<T> implements MessageBodyReader<T> {

    /** The longest accepted body. */
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
        int bufferSize = bufferSize(headers);
        byte[] body = bytes(stream, bufferSize);
        if (body.length == 0) {
            return ofNothing();
        }
        requireJson(headers);
        return value(body);
    }

    /** The buffer size: the declared length if there is one, to avoid a buffer of the maximum size. */
    private static int bufferSize(MultivaluedMap<String, String> headers) {
        @Nullable String declared = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? MAX_BYTES : Math.clamp(Long.parseLong(declared), 0, MAX_BYTES);
        } catch (NumberFormatException e) {
            return MAX_BYTES;
        }
    }

    private byte[] bytes(InputStream stream, int bufferSize) {
        try {
            return stream.readNBytes(bufferSize + 1);
        } catch (IOException | RuntimeException e) { // Jetty reports malformed chunks by a runtime exception
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
