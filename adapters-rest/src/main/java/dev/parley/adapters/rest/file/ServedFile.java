package dev.parley.adapters.rest.file;

import dev.parley.domain.shared.Sha256;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * A file with a fixed content while the service runs. Clients cache it and revalidate: the next version of the service may
 * have another content under the same name.
 *
 * <p>All readers share the bytes, so a slow reader holds no memory of its own and needs no {@code AnswerBudget}. It holds a
 * thread; the limits of the HTTP server bound those.
 */
public final class ServedFile {

    private static final int TAG_LENGTH = 32;

    private final String mediaType;
    private final byte[] bytes;
    private final EntityTag tag;

    public ServedFile(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.tag = new EntityTag(Sha256.of(bytes).hex().substring(0, TAG_LENGTH));
    }

    /** The file, or 304 if the client has it. */
    public Response answer(Request request) {
        Response.ResponseBuilder answer = unchanged(request).orElseGet(() -> Response.ok(bytes, mediaType));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** A condition that cannot be parsed is ignored. */
    private Optional<Response.ResponseBuilder> unchanged(Request request) {
        try {
            return Optional.ofNullable(request.evaluatePreconditions(tag));
        } catch (ProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
