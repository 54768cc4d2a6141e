package dev.parley.adapters.rest.request;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads and discards the body of a request that was refused without it, so that the connection can be reused. If the body is
 * too large, the response says {@code Connection: close}.
 *
 * <p>A connection that the server closes while the client is still sending is reset, and the client may lose the response (RFC
 * 9112, 9.6). With HTTP/2 the server resets the single stream itself.
 */
@Priority(FilterOrder.RESPONSE_HEADERS)
public final class UnreadBody implements ContainerResponseFilter {

    /** The longest body that is discarded. */
    private static final int MAX_BYTES = 8 << 20;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (RequestContext.of(request).http().filter(UnreadBody::isLeft).isPresent()) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    private static boolean isLeft(HttpServletRequest request) {
        boolean isAwaited =
                request.getHeader("Expect") != null; // the client waits for a 100 Continue, which reading would send
        return !isAwaited && request.getProtocol().startsWith("HTTP/1.") && hasBody(request) && !isDiscarded(request);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Uses the servlet stream, because the JAX-RS stream throws once its reader has closed it. */
    private static boolean isDiscarded(HttpServletRequest request) {
        try {
            return request.getInputStream().isFinished()
                    || (mayWait(request) && isReadToItsEnd(request.getInputStream()));
        } catch (IOException | RuntimeException e) {
            return false; // the client has disconnected, or the body is malformed
        }
    }

    /** The thread that completes an asynchronous response may serve other requests too. */
    private static boolean mayWait(HttpServletRequest request) {
        return !request.isAsyncStarted() && request.getContentLengthLong() <= MAX_BYTES; // -1 is unknown
    }

    private static boolean isReadToItsEnd(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int count = 0;
        for (int total = 0; count >= 0 && total <= MAX_BYTES; total += count) {
            count = body.read(buffer);
        }
        return count < 0;
    }
}
