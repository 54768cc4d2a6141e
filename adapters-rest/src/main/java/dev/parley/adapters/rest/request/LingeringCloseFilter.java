package dev.parley.adapters.rest.request;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Goes on taking a body for a while that nobody wants ({@link RequestProperty#UNREAD}), when its request is answered and
 * before the connection is closed. A connection that is closed while its client is still sending is reset, and the client may
 * never see the answer (RFC 9112, 9.6). No thread waits for it.
 */
public final class LingeringCloseFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** In all. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (request.getAttribute(RequestProperty.UNREAD) != null && !request.isAsyncStarted()) {
            response.getOutputStream().close(); // the answer first
            ServletInputStream body = request.getInputStream();
            AsyncContext open = request.startAsync();
            open.setTimeout(LONGEST.toMillis());
            open.addListener(new Ending(open));
            body.setReadListener(new Rest(body, open));
        }
    }

    private static final class Rest implements ReadListener {

        private final byte[] buffer = new byte[8192];
        private final ServletInputStream body;
        private final AsyncContext open;
        private long left = UnreadBody.MAX_BYTES;

        Rest(ServletInputStream body, AsyncContext open) {
            this.body = body;
            this.open = open;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (body.isReady() && !body.isFinished()) {
                left -= body.read(buffer);
                if (left < 0) {
                    open.complete();
                    return;
                }
            }
        }

        @Override
        public void onAllDataRead() {
            open.complete();
        }

        @Override
        public void onError(Throwable broken) {
            open.complete();
        }
    }

    /** @param open until then */
    private record Ending(AsyncContext open) implements AsyncListener {

        @Override
        public void onTimeout(AsyncEvent event) {
            open.complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
