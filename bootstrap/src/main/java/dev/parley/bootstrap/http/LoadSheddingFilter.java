package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.UnroutedAnswer;
import dev.parley.adapters.rest.request.RequestProperty;
import dev.parley.adapters.rest.request.UnreadBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Attributes;

/**
 * Refuses requests while they cannot be served, before anything is known of their callers: sends for which there is no room, for one.
 *
 * <p>Each is told at once to wait for a second. Whoever does not, and asks again on the same connection, is refused when the
 * second is over, and holds no thread until then: a node that refused them as fast as they come would do little else. One at a
 * time is held back on a connection, since others may share it, and only if nothing of it is still to come.
 */
public final class LoadSheddingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String NOT_BEFORE = "parley.not_before";
    private static final String HELD_BACK = "parley.held_back";

    private static final Duration PAUSE = Duration.ofSeconds(JsonErrorHandler.RETRY_AFTER_SECONDS);

    private final transient Predicate<HttpServletRequest> refused;
    private final Semaphore waiting;
    private final transient UnreadBody bodies = new UnreadBody();
    private final transient LongSupplier nanoTime;
    private final transient Runnable onRefusal;

    /**
     * @param refused whether the request cannot be served now; asked for each
     * @param mostWaiting of those who have come too early, as each holds its connection's buffers; more are refused
     *     at once
     * @param onRefusal is told of each
     */
    public LoadSheddingFilter(
            Predicate<HttpServletRequest> refused, int mostWaiting, LongSupplier nanoTime, Runnable onRefusal) {
        this.refused = refused;
        this.waiting = new Semaphore(mostWaiting);
        this.nanoTime = nanoTime;
        this.onRefusal = onRefusal;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (refused.test(request)) {
            onRefusal.run();
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration early = early(request);
        if (bodies.isLeft(request)) {
            response.setHeader("Connection", "close");
            answer(request, response);
        } else if (early.isPositive() && isComplete(request) && mayWait(request)) {
            AsyncContext open = request.startAsync();
            open.setTimeout(early.toMillis() + 1);
            open.addListener(new AtLast(open, request, response));
        } else {
            answer(request, response);
        }
    }

    private Duration early(HttpServletRequest request) {
        return connection(request).getAttribute(NOT_BEFORE) instanceof Long notBefore
                ? Duration.ofNanos(notBefore - nanoTime.getAsLong())
                : Duration.ZERO;
    }

    /** Of others something is on its way, or will be if they are made to wait for being asked ({@code Expect}). */
    private static boolean isComplete(HttpServletRequest request) {
        return request.getAttribute(RequestProperty.CONSUME) instanceof BooleanSupplier consume
                && consume.getAsBoolean();
    }

    private boolean mayWait(HttpServletRequest request) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        boolean isFirst = connection(request).setAttribute(HELD_BACK, true) == null;
        if (!isFirst) {
            waiting.release();
        }
        return isFirst;
    }

    private void waited(HttpServletRequest request) {
        connection(request).removeAttribute(HELD_BACK);
        waiting.release();
    }

    /** Not by the server's error page, which would end the request at once, and what lingers with it. */
    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        connection(request).setAttribute(NOT_BEFORE, nanoTime.getAsLong() + PAUSE.toNanos());
        UnroutedAnswer answer = UnroutedAnswer.of(
                request.getRequestURI(),
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                String.valueOf(request.getAttribute(RequestIds.ATTRIBUTE)));
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Retry-After", Long.toString(PAUSE.toSeconds()));
        byte[] body = answer.body().getBytes(StandardCharsets.US_ASCII);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Attributes connection(HttpServletRequest request) {
        return ServletContextRequest.getServletContextRequest(request).getConnectionMetaData();
    }

    private final class AtLast implements AsyncListener {

        private final AsyncContext open;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        AtLast(AsyncContext open, HttpServletRequest request, HttpServletResponse response) {
            this.open = open;
            this.request = request;
            this.response = response;
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            try {
                answer(request, response);
            } finally {
                open.complete();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            waited(request);
        }

        /** The client is gone. */
        @Override
        public void onError(AsyncEvent event) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE); // for the log
            open.complete();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
