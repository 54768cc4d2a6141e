package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.SendPath;
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
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Attributes;

/**
 * Refuses sends while there is no room for them, before they have cost anything: their senders need not even be somebody.
 *
 * <p>Each is told to wait for a second, at once. Whoever does not, and asks again on the same connection, is refused when the
 * second is over, and holds no thread until then. A node that refused them as fast as they come would do nothing else.
 */
public final class LoadSheddingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String NOT_BEFORE = "parley.not_before";

    private static final Duration PAUSE = Duration.ofSeconds(JsonErrorHandler.RETRY_AFTER_SECONDS);

    private final transient BooleanSupplier full;
    private final Semaphore waiting;
    private final transient UnreadBody bodies = new UnreadBody();
    private final transient LongSupplier nanoTime;
    private final transient Runnable onRefusal;

    /**
     * @param full whether one more send would be refused; asked for each
     * @param mostWaiting of those who have come too early, as each holds its connection's buffers; more are refused at once
     * @param onRefusal is told of each
     */
    public LoadSheddingFilter(BooleanSupplier full, int mostWaiting, LongSupplier nanoTime, Runnable onRefusal) {
        this.full = full;
        this.waiting = new Semaphore(mostWaiting);
        this.nanoTime = nanoTime;
        this.onRefusal = onRefusal;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SendPath.isSend(request.getMethod(), request.getRequestURI()) && full.getAsBoolean()) {
            onRefusal.run();
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long early = connection(request).getAttribute(NOT_BEFORE) instanceof Long notBefore
                ? notBefore - nanoTime.getAsLong()
                : 0;
        if (early > 0 && waiting.tryAcquire()) {
            AsyncContext open = request.startAsync();
            open.setTimeout(Duration.ofNanos(early).toMillis() + 1);
            open.addListener(new AtLast(open, request, response));
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        connection(request).setAttribute(NOT_BEFORE, nanoTime.getAsLong() + PAUSE.toNanos());
        if (bodies.isLeft(request)) {
            response.setHeader("Connection", "close");
        }
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
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
            waiting.release();
        }

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
