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
 * Passes common {@link Context} parameters to resource methods directly from the request, to avoid Jersey's injection
 * for each request.
 *
 * <p>Requires {@link ContentTypeFilter} before Jersey.
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
