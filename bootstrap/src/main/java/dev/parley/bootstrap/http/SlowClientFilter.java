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
import java.io.IOException;

/** Puts on record how long threads wait for clients. Whoever cuts a connection by itself, as streams do, is left alone. */
public final class SlowClientFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient SlowClients clients;

    public SlowClientFilter(SlowClients clients) {
        this.clients = clients;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RequestProperty.CUT) == null) {
            ClientConnection client = ClientConnection.of(request);
            chain.doFilter(
                    new Sent(request, clients.sending(client)), new Taken(response, client, clients.taking(client)));
        } else {
            chain.doFilter(request, response);
        }
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

        private final ClientConnection client;
        private final ClientWait wait;

        Taken(HttpServletResponse response, ClientConnection client, ClientWait wait) {
            super(response);
            this.client = client;
            this.wait = wait;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new WaitingAnswer(super.getOutputStream(), client, wait);
        }

        @Override
        public void flushBuffer() throws IOException {
            wait.during(() -> {
                super.flushBuffer();
                return 0;
            });
        }
    }
}
