package dev.parley.adapters.rest.classic.field;

import dev.parley.adapters.rest.classic.json.Answer;
import dev.parley.adapters.rest.request.UnreadBody;
import dev.parley.adapters.rest.request.UnreadableHeaders;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;

/** Reads a body of whatever media type and decides itself what to make of it, in the seed's order and words. */
public final class SubmissionReader implements MessageBodyReader<Submission> {

    /** Bytes that a body may have. */
    public static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Submission.class;
    }

    @Override
    public Submission readFrom(
            Class<Submission> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        byte[] body = read(stream);
        if (body.length == 0) {
            return new Submission.Fields(Map.of());
        }
        UnreadBody.drain(stream);
        requireJson(headers);
        if (body.length > MAX_BYTES) {
            throw Answer.instead(
                    Answer.detail(Status.REQUEST_ENTITY_TOO_LARGE, "Request body exceeds " + MAX_BYTES + " bytes."));
        }
        return parse(body);
    }

    private static byte[] read(InputStream stream) {
        try {
            return stream.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw badRequest("The request body could not be read.");
        }
    }

    private static void requireJson(MultivaluedMap<String, String> headers) {
        String sent = Objects.requireNonNullElse(headers.getFirst(UnreadableHeaders.CONTENT_TYPE), "");
        String mediaType = sent.split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
            throw Answer.instead(Answer.detail(
                    Status.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type \"" + sent + "\" in request."));
        }
    }

    private static Submission parse(byte[] body) {
        try {
            return SubmissionParser.parse(body);
        } catch (MalformedJsonException e) {
            throw badRequest("JSON parse error - " + e.getMessage());
        }
    }

    private static WebApplicationException badRequest(String detail) {
        return Answer.instead(Answer.detail(Status.BAD_REQUEST, detail));
    }
}
