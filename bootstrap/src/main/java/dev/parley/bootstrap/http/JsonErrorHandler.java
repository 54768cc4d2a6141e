package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.UnroutedResponse;
import dev.parley.adapters.rest.error.RetryAfter;
import dev.parley.adapters.rest.request.RequestContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that never reach the API (a malformed request line, an ambiguous path, too many headers) in the format of
 * the API ({@link UnroutedResponse}). It repeats nothing of the request, as Jetty's own page would.
 */
public final class JsonErrorHandler extends ErrorHandler {

    private final RequestIds ids;

    public JsonErrorHandler(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestContext context = RequestIds.contextOf(request);
        String id = context.id().orElseGet(() -> ids.choose(request.getHeaders().get(RequestIds.HEADER)));
        context.setId(id); // for the request log
        @Nullable String path = request.getHttpURI().getPath();
        UnroutedResponse answer = UnroutedResponse.of(path == null ? "" : path, response.getStatus(), id);
        response.setStatus(answer.status());
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        addHeaders(answer.status(), response.getHeaders());
        if (HttpMethod.CONNECT.is(request.getMethod())) { // the client may already send bytes for the tunnel
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.US_ASCII)), callback);
        return true;
    }

    private static void addHeaders(int status, HttpFields.Mutable headers) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) { // the server stops; another node can answer
            headers.put(HttpHeader.RETRY_AFTER, RetryAfter.seconds(RetryAfter.UNROUTED));
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
            headers.put(HttpHeader.ALLOW, UnroutedResponse.ALLOW);
        }
    }
}
