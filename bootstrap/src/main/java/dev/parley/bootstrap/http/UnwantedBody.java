package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.UnreadBody;
import jakarta.servlet.ServletRequest;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Throws away what has come of a body. Jetty's own {@code consumeAvailable} would give the connection up if that was not
 * all.
 */
final class UnwantedBody implements BooleanSupplier {

    private final Content.Source body;
    private long left = UnreadBody.MAX_BYTES;

    private UnwantedBody(Content.Source body) {
        this.body = body;
    }

    static UnwantedBody of(ServletRequest request) {
        return new UnwantedBody(ServletContextRequest.getServletContextRequest(request));
    }

    /** @return whether nothing more will come, and all was well, and it was not too much */
    @Override
    public boolean getAsBoolean() {
        Content.@Nullable Chunk chunk = next();
        while (chunk != null && !chunk.isLast() && !Content.Chunk.isFailure(chunk)) {
            chunk.release();
            chunk = next();
        }
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return false;
        }
        chunk.release();
        return true;
    }

    private Content.@Nullable Chunk next() {
        Content.@Nullable Chunk chunk = left > 0 ? body.read() : null;
        if (chunk != null) {
            left -= chunk.remaining();
        }
        return chunk;
    }
}
