package dev.parley.adapters.rest.json;

import dev.parley.adapters.rest.request.UnreadBody;
import dev.parley.adapters.rest.request.UnreadableHeaders;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;

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
        byte[] body = bytes(stream);
        if (body.length == 0) {
            return ofNothing();
        }
        UnreadBody.drain(stream);
        requireJson(headers);
        return value(body);
    }

    private byte[] bytes(InputStream stream) {
        try {
            return stream.readNBytes(MAX_BYTES + 1);
        } catch (IOException
                | RuntimeException e) { // of what comes too slowly the server says so in an exception of its own
            throw refusal(new BodyFlaw.Unreadable());
        }
    }

    private void requireJson(MultivaluedMap<String, String> headers) {
        String sent = Objects.requireNonNullElse(headers.getFirst(UnreadableHeaders.CONTENT_TYPE), "");
        String mediaType = sent.split(";", 2)[0].strip();
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
