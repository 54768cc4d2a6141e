package dev.parley.bootstrap.configuration;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import org.jspecify.annotations.Nullable;

/** Dropwizard's setting for {@code X-Forwarded-For}, which trusts every client. */
final class ForwardedHeaders {

    private ForwardedHeaders() {}

    /** False for servers and connectors of unknown types. */
    static boolean areIgnored(@Nullable ServerFactory server) {
        return switch (server) {
            case DefaultServerFactory known ->
                known.getApplicationConnectors().stream().allMatch(ForwardedHeaders::areIgnoredBy);
            case SimpleServerFactory known -> areIgnoredBy(known.getConnector());
            case null, default -> false;
        };
    }

    private static boolean areIgnoredBy(ConnectorFactory connector) {
        return connector instanceof HttpConnectorFactory known && !known.isUseForwardedHeaders();
    }
}
