package dev.parley.adapters.rest.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Handles request bodies that were not read completely. It discards the received part, and waits briefly for the rest,
 * so that the connection can be reused. Otherwise the response announces that the connection will be closed, and
 * {@link LingeringCloseFilter} makes sure that it arrives.
 *
 * <p>The wait is bounded, because a refused request must cost less than an accepted one. With HTTP/2 the server resets
 * the single stream itself.
 */
public final class UnreadBody implements ContainerResponseFilter {

    /** The longest unread body that is discarded. */
    public static final int MAX_BYTES = 8 << 20;

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** One second in total. */
    private static final int MAX_PAUSES = 200;

    /** The maximum number of threads that wait, a small part of all threads. */
    private static final int MAX_WAITING = 32;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestProperty.HTTP) instanceof HttpServletRequest http && isLeft(http)) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    /**
     * Must be called before the response is written.
     *
     * @return whether the body is still incomplete, so that the response must send {@code Connection: close}
     */
    public boolean isLeft(HttpServletRequest request) {
        boolean isAwaited =
                request.getHeader("Expect") != null; // the client waits for a 100 Continue, which reading would send
        if (isAwaited || !request.getProtocol().startsWith("HTTP/1.") || isConsumed(request)) {
            return false;
        }
        request.setAttribute(RequestProperty.UNREAD, true);
        return true;
    }

    /** Uses the servlet stream, because the JAX-RS stream throws once its reader has closed it. */
    private boolean isConsumed(HttpServletRequest request) {
        try {
            return request.getInputStream().isFinished()
                    || (request.getAttribute(RequestProperty.CONSUME) instanceof BooleanSupplier consume
                            && (consume.getAsBoolean() || (mayBeConsumed(request) && await(consume))));
        } catch (IOException | RuntimeException e) {
            return false; // the client has disconnected
        }
    }

    private static boolean mayBeConsumed(HttpServletRequest request) {
        return request.getContentLengthLong() <= MAX_BYTES; // or is unknown
    }

    private boolean await(BooleanSupplier consume) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            boolean ended = false;
            for (int pauses = 0; !ended && pauses < MAX_PAUSES; pauses++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                ended = consume.getAsBoolean();
            }
            return ended;
        } finally {
            waiting.release();
        }
    }
}
