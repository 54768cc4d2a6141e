package dev.parley.adapters.rest.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/**
 * Hands resource methods what nearly all of them take from their {@link Context}, straight from the request. Jersey would
 * have its injection make it anew for each request, through a chain of factories that costs more than reading the body.
 *
 * <p>It expects {@link ContentTypeFilter} before Jersey.
 */
public final class ContextParameters implements ValueParamProvider {

    @Override
    public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        if (!parameter.isAnnotationPresent(Context.class)) {
            return null;
        }
        if (parameter.getRawType() == HttpServletRequest.class) {
            return request -> request.getProperty(RequestProperty.HTTP);
        }
        return parameter.getRawType() == UriInfo.class ? ContainerRequest::getUriInfo : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }

    /** Registers it with Jersey. */
    public static final class Binder extends AbstractBinder {

        @Override
        protected void configure() {
            bind(new ContextParameters()).to(ValueParamProvider.class);
        }
    }
}
