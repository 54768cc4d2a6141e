package dev.parley.adapters.rest.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a {@code Content-Type} that cannot be parsed with {@code application/octet-stream}. Jersey would fail on it before any
 * of its filters runs. {@link RequestContext} keeps the original, and the request that Jersey receives.
 */
public final class ContentTypeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest readable = readable(request);
        RequestContext.of(request).setHttp(readable);
        chain.doFilter(readable, response);
    }

    private static HttpServletRequest readable(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (sent == null || isMediaType(sent)) {
            return request;
        }
        RequestContext.of(request).setInvalidContentType(sent);
        return new OfUnknownType(request);
    }

    private static boolean isMediaType(String value) {
        try {
            return MediaType.APPLICATION_JSON.equals(value) // as nearly all are: no need to take it apart
                    || !MediaType.valueOf(value).getType().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The request with {@code application/octet-stream}. */
    private static final class OfUnknownType extends HttpServletRequestWrapper {

        OfUnknownType(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_OCTET_STREAM;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isContentType(name) ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isContentType(name) ? Collections.enumeration(List.of(getContentType())) : super.getHeaders(name);
        }

        private static boolean isContentType(String name) {
            return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
        }
    }
}
