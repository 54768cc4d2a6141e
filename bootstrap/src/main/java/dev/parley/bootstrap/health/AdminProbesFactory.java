package dev.parley.bootstrap.health;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.health.HealthEnvironment;
import io.dropwizard.health.response.HealthResponderFactory;
import io.dropwizard.health.response.HealthResponseProvider;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jetty.setup.ServletEnvironment;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code responder: {type: admin}}: Dropwizard's health, answered on the admin port by {@link ProbeServlet} instead of
 * among the paths of the application. It holds the provider until the application fetches it.
 */
@JsonTypeName("admin")
public final class AdminProbesFactory implements HealthResponderFactory {

    private @Nullable HealthResponseProvider provider;

    @Override
    public void configure(
            String name,
            Collection<String> healthCheckUrlPaths,
            HealthResponseProvider healthResponseProvider,
            HealthEnvironment health,
            JerseyEnvironment jersey,
            ServletEnvironment servlets,
            ObjectMapper mapper) {
        provider = healthResponseProvider;
    }

    /** Empty until Dropwizard has configured its health. */
    public Optional<HealthResponseProvider> provider() {
        return Optional.ofNullable(provider);
    }
}
