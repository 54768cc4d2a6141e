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
 * Sees to what nobody has read of a request's body. What is there is thrown away, and a little that is still on its way is
 * waited for, so that the connection can go on being used. Otherwise the client is told that it is closed after the answer,
 * and {@link LingeringCloseFilter} sees to it that the answer arrives.
 *
 * <p>No thread is given to whoever takes their time: a request that is refused must cost less than one that is not. In
 * HTTP/2 the server ends the one request by itself.
 */
public final class UnreadBody implements ContainerResponseFilter {

    /** Whoever sends more than this unasked is cut off. */
    public static final int MAX_BYTES = 8 << 20;

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** A second's worth. */
    private static final int MOST_PAUSES = 200;

    /** Threads that may wait at a time, which is no more than a few of those that there are. */
    private static final int MOST_WAITING = 32;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestProperty.HTTP) instanceof HttpServletRequest http && isLeft(http)) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    /**
     * Before the answer is written.
     *
     * @return whether a rest is on its way that has not come in time, so that the answer has to say {@code Connection: close}
     */
    public boolean isLeft(HttpServletRequest request) {
        boolean isAwaited =
                request.getHeader("Expect") != null; // by the client, to be asked for; and reading would be asking
        if (isAwaited || !request.getProtocol().startsWith("HTTP/1.") || isTaken(request)) {
            return false;
        }
        request.setAttribute(RequestProperty.UNREAD, true);
        return true;
    }

    /** Not through JAX-RS, whose stream throws once its reader has closed it: for each request that had a body. */
    private boolean isTaken(HttpServletRequest request) {
        try {
            return request.getInputStream().isFinished()
                    || (request.getAttribute(RequestProperty.CONSUME) instanceof BooleanSupplier consume
                            && (consume.getAsBoolean() || (mayBeAwaited(request) && await(consume))));
        } catch (IOException | RuntimeException e) {
            return false; // the client is gone
        }
    }

    private static boolean mayBeAwaited(HttpServletRequest request) {
        return request.getContentLengthLong() <= MAX_BYTES; // or is not told
    }

    private boolean await(BooleanSupplier consume) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            boolean ended = false;
            for (int pauses = 0; !ended && pauses < MOST_PAUSES; pauses++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                ended = consume.getAsBoolean();
            }
            return ended;
        } finally {
            waiting.release();
        }
    }
}
