package dev.parley.adapters.rest.file;

import dev.parley.domain.shared.Sha256;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Bytes that stay the same as long as the service runs. Clients keep them and ask whether they are still the ones: the
 * next version of the service may have others under the same name.
 *
 * <p>All readers share the bytes, so a slow one holds no memory, and no {@code AnswerBudget} is asked. What it holds is a
 * thread, and whoever runs the service sees to that.
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

    /** The file, or a 304 for whoever has it. */
    public Response answer(Request request) {
        Response.ResponseBuilder answer = unchanged(request).orElseGet(() -> Response.ok(bytes, mediaType));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** A condition that nobody understands is none. */
    private Optional<Response.ResponseBuilder> unchanged(Request request) {
        try {
            return Optional.ofNullable(request.evaluatePreconditions(tag));
        } catch (ProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
