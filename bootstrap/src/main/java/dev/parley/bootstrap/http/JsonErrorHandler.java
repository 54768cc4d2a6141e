package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.error.StatusWording;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reaches the API (a broken request line, an ambiguous path, too many headers) in the API's shape.
 *
 * <p>It says what the status says and repeats nothing of the request: Jetty's own page would.
 */
public final class JsonErrorHandler extends ErrorHandler {

    private static final long RETRY_AFTER_SECONDS = 1;

    private final RequestIds ids;

    public JsonErrorHandler(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object known = request.getAttribute(RequestIds.ATTRIBUTE);
        String id = known == null ? ids.choose(request.getHeaders().get(RequestIds.HEADER)) : known.toString();
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) { // stopping: another node, or the next start
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        byte[] body = body(response.getStatus(), id).getBytes(StandardCharsets.US_ASCII);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static String body(int status, String id) {
        String detail = StatusWording.of(status);
        return status < 500
                ? "{\"detail\":\"%s\"}".formatted(detail)
                : "{\"detail\":\"%s\",\"request_id\":\"%s\"}".formatted(detail, id);
    }
}
