package dev.parley.bootstrap.http;

import jakarta.servlet.ServletRequest;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;

/**
 * Throws away what has come of a body. Jetty's own {@code consumeAvailable} would give the connection up if that was not
 * all.
 */
record UnwantedBody(Content.Source body) implements BooleanSupplier {

    static UnwantedBody of(ServletRequest request) {
        return new UnwantedBody(ServletContextRequest.getServletContextRequest(request));
    }

    /** @return whether nothing more will come, and all was well */
    @Override
    public boolean getAsBoolean() {
        Content.Chunk chunk = body.read();
        while (chunk != null && !chunk.isLast() && !Content.Chunk.isFailure(chunk)) {
            chunk.release();
            chunk = body.read();
        }
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return false;
        }
        chunk.release();
        return true;
    }
}
