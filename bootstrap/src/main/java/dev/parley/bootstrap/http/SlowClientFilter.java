package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/**
 * Puts on record how long threads wait for clients. Streams whose writers break them off by themselves are left alone,
 * and requests for one that are refused are not. Which it is shows when an answer begins: the filters of streams may come
 * after this one.
 */
public final class SlowClientFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient SlowClients clients;

    public SlowClientFilter(SlowClients clients) {
        this.clients = clients;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ClientConnection client = ClientConnection.of(request);
        chain.doFilter(
                new Sent(request, clients.sending(client)),
                new Taken(request, response, client, clients.taking(client)));
    }

    private static final class Sent extends HttpServletRequestWrapper {

        private final ClientWait wait;

        Sent(HttpServletRequest request, ClientWait wait) {
            super(request);
            this.wait = wait;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream body = super.getInputStream();
            return new DelegatingBody(body) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    return wait.during(() -> body.read(buffer, offset, length));
                }
            };
        }
    }

    private static final class Taken extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final ClientConnection client;
        private final ClientWait wait;

        Taken(HttpServletRequest request, HttpServletResponse response, ClientConnection client, ClientWait wait) {
            super(response);
            this.request = request;
            this.client = client;
            this.wait = wait;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream answer = super.getOutputStream();
            return isCutElsewhere() ? answer : new WaitingAnswer(answer, client, wait);
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isCutElsewhere()) {
                super.flushBuffer();
            } else {
                wait.during(() -> {
                    super.flushBuffer();
                    return 0;
                });
            }
        }

        private boolean isCutElsewhere() {
            return request.getAttribute(RequestProperty.CUT) != null
                    && String.valueOf(getContentType()).startsWith(MediaType.SERVER_SENT_EVENTS);
        }
    }
}
