package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.UnroutedResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Formats errors of Jetty that occur before Jersey, as the service does. */
public final class TransportErrors extends ErrorHandler {

    /** The id used when no filter has set one. */
    private static final String REQUEST_ID = "request-7";

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        UnroutedResponse answer = UnroutedResponse.of(request.getHttpURI().getPath(), code, REQUEST_ID);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.US_ASCII)), callback);
    }
}
