package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;

/**
 * Of a body that has bad chunks Jetty says so in an exception that looks like a bug of ours. Whoever reads is told what it
 * is: the client's, and no more of it will come. And whoever reads no body can throw it away.
 */
public final class BrokenBodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(RequestProperty.CONSUME, UnwantedBody.of(request));
        chain.doFilter(new WithPlainFailures(request), response);
    }

    private static final class WithPlainFailures extends HttpServletRequestWrapper {

        WithPlainFailures(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Body(super.getInputStream());
        }
    }

    private static final class Body extends DelegatingBody {

        private final ServletInputStream body;

        Body(ServletInputStream body) {
            super(body);
            this.body = body;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return body.read(buffer, offset, length);
            } catch (HttpException.RuntimeException e) {
                throw new IOException(e);
            }
        }
    }
}
