package dev.parley.bootstrap.http;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers some requests 503 with {@code Retry-After} while the node cannot serve them, by their method and path alone. The
 * caller is not authenticated and the body is not read; {@link JsonErrorHandler} writes the answer.
 *
 * <p>Jetty's {@code QoSHandler} is not used here: it would count a send from its head on, so clients that send their bodies
 * slowly could occupy every place.
 */
public final class UnavailableHandler extends ConditionalHandler.ElseNext {

    private final BooleanSupplier unavailable;
    private final Runnable onRefusal;

    private UnavailableHandler(BooleanSupplier unavailable, Runnable onRefusal) {
        this.unavailable = unavailable;
        this.onRefusal = onRefusal;
    }

    /**
     * Refuses sends. An odd spelling of a path, which may lead to the same resource, is let through; the send itself is
     * refused then.
     *
     * @param full whether no more sends may wait for their transaction
     * @param onRefusal called for each refused request
     */
    public static UnavailableHandler forSends(BooleanSupplier full, Runnable onRefusal) {
        UnavailableHandler handler = new UnavailableHandler(full, onRefusal);
        handler.includeMethod("POST");
        handler.includePath("/message/*");
        handler.include(new UriTemplatePathSpec("/v1/conversations/{name}/messages"));
        return handler;
    }

    /**
     * Refuses every request except those for the documentation of the API, which needs no database.
     *
     * @param onRefusal called for each refused request
     */
    public static UnavailableHandler forAll(BooleanSupplier unavailable, Runnable onRefusal) {
        UnavailableHandler handler = new UnavailableHandler(unavailable, onRefusal);
        handler.excludePath("/docs/*", "/v1/openapi.json");
        return handler;
    }

    @Override
    protected boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        if (!unavailable.getAsBoolean()) {
            return nextHandler(request, response, callback);
        }
        onRefusal.run();
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        return true;
    }
}
