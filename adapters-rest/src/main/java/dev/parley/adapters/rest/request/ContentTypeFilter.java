package dev.parley.adapters.rest.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Jersey, which looks at the media type of a body before any filter of ours runs and knows no answer to one
 * that cannot be parsed. Such a body becomes one of unknown type; {@link RequestProperty#CONTENT_TYPE} keeps what was sent,
 * and {@link RequestProperty#HTTP} what Jersey is given.
 */
public final class ContentTypeFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletRequest readable = request instanceof HttpServletRequest http ? readable(http) : request;
        readable.setAttribute(RequestProperty.HTTP, readable);
        chain.doFilter(readable, response);
    }

    private static HttpServletRequest readable(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (sent == null || isMediaType(sent)) {
            return request;
        }
        request.setAttribute(RequestProperty.CONTENT_TYPE, sent);
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

    /** The request with a media type that says nothing. */
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
