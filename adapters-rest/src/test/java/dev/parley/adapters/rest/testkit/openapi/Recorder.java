package dev.parley.adapters.rest.testkit.openapi;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Records the exchanges under one root, ahead of every other filter; a stream once it has ended. */
public final class Recorder extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final String root;
    private final transient List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public Recorder(String root) {
        this.root = root;
    }

    /** The completed exchanges, in the order of completion. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.equals(root) && !path.startsWith(root + "/")) {
            chain.doFilter(request, response);
            return;
        }
        CopiedResponse copiedResponse = new CopiedResponse(response);
        CopiedRequest copiedRequest =
                new CopiedRequest(request, ended -> new AtTheEnd(() -> keep(ended, copiedResponse)));
        chain.doFilter(copiedRequest, copiedResponse);
        if (!copiedRequest.goesOnAlone()) {
            keep(copiedRequest, copiedResponse);
        }
    }

    private void keep(CopiedRequest request, CopiedResponse response) {
        exchanges.add(new Exchange(
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                headers(Collections.list(request.getHeaderNames()), request::getHeader),
                Exchange.text(request.copy()),
                response.getStatus(),
                headers(response.getHeaderNames(), response::getHeader),
                Exchange.text(response.copy())));
    }

    private static Map<String, String> headers(Collection<String> names, Function<String, String> value) {
        Map<String, String> headers = new HashMap<>();
        names.forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), value.apply(name)));
        return headers;
    }

    /** Runs an action when an asynchronous request has ended in any way. */
    private record AtTheEnd(Runnable then) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            then.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
