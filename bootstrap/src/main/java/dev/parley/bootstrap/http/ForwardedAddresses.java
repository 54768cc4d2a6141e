package dev.parley.bootstrap.http;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;

/** Makes the ports of the API trust the proxies, when the server starts. */
public final class ForwardedAddresses implements LifeCycle.Listener {

    private final ForwardedAddress customizer;

    public ForwardedAddresses(TrustedProxies proxies) {
        this.customizer = new ForwardedAddress(proxies);
    }

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            Set<HttpConfiguration> configurations =
                    configurationsOf(server, connector -> !"admin".equals(connector.getName()));
            if (configurations.isEmpty()) {
                throw new IllegalStateException("there is no port that could believe a proxy");
            }
            configurations.forEach(configuration -> configuration.addCustomizer(customizer));
        }
    }

    /** Dropwizard wraps the factory that has them in one with metrics. */
    static Set<HttpConfiguration> configurationsOf(Server server, Predicate<Connector> wanted) {
        return Stream.of(server.getConnectors())
                .filter(wanted)
                .filter(Container.class::isInstance)
                .map(Container.class::cast)
                .flatMap(connector -> connector.getContainedBeans(HttpConfiguration.ConnectionFactory.class).stream())
                .map(HttpConfiguration.ConnectionFactory::getHttpConfiguration)
                .collect(Collectors.toSet());
    }
}
