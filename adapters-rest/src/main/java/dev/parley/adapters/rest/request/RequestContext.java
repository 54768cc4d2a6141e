package dev.parley.adapters.rest.request;

import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.user.UserId;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the server, the filters, the resources and the request log share about one request. */
public final class RequestContext {

    /** The name of the attribute that holds the context. */
    public static final String ATTRIBUTE = "parley.request";

    private volatile @Nullable String id;
    private volatile @Nullable UserId user;
    private volatile @Nullable PermitResults permits;
    private volatile @Nullable HttpServletRequest http;
    private volatile @Nullable String invalidContentType;
    private volatile Runnable abort = () -> {};

    private RequestContext() {}

    public static RequestContext of(ServletRequest request) {
        return of(request::getAttribute, context -> request.setAttribute(ATTRIBUTE, context));
    }

    public static RequestContext of(ContainerRequestContext request) {
        return of(request::getProperty, context -> request.setProperty(ATTRIBUTE, context));
    }

    /**
     * The context of a request of another kind.
     *
     * @param attributes reads an attribute of the request by its name; null if there is none
     * @param keep stores a new context as the attribute of the request
     */
    public static RequestContext of(Function<String, @Nullable Object> attributes, Consumer<RequestContext> keep) {
        if (attributes.apply(ATTRIBUTE) instanceof RequestContext context) {
            return context;
        }
        RequestContext context = new RequestContext();
        keep.accept(context);
        return context;
    }

    /** The id in logs and error responses; empty before the server has chosen one. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    public void setId(String id) {
        this.id = id;
    }

    /** The authenticated user. */
    public Optional<UserId> user() {
        return Optional.ofNullable(user);
    }

    public void setUser(UserId user) {
        this.user = user;
    }

    /** What the client has left of the limits that the request counts in. */
    public Optional<PermitResults> permits() {
        return Optional.ofNullable(permits);
    }

    public void setPermits(PermitResults permits) {
        this.permits = permits;
    }

    /** The request as Jersey received it. */
    public Optional<HttpServletRequest> http() {
        return Optional.ofNullable(http);
    }

    public void setHttp(HttpServletRequest http) {
        this.http = http;
    }

    /** The {@code Content-Type} that the client sent, if it is invalid. */
    public Optional<String> invalidContentType() {
        return Optional.ofNullable(invalidContentType);
    }

    public void setInvalidContentType(String invalidContentType) {
        this.invalidContentType = invalidContentType;
    }

    /**
     * Aborts the response, even while a write is blocked; neither waits nor throws. The server sets it for long-running
     * responses; otherwise it does nothing.
     */
    public Runnable abort() {
        return abort;
    }

    public void setAbort(Runnable abort) {
        this.abort = abort;
    }
}
