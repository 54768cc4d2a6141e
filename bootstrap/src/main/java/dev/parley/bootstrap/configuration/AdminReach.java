package dev.parley.bootstrap.configuration;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From where clients reach the admin port, which does not authenticate them. */
final class AdminReach {

    private AdminReach() {}

    /** False for servers and connectors of unknown types. */
    static boolean isThisMachine(@Nullable ServerFactory server) {
        return server instanceof DefaultServerFactory known
                && known.getAdminConnectors().stream().allMatch(AdminReach::isLoopback);
    }

    private static boolean isLoopback(ConnectorFactory connector) {
        return connector instanceof HttpConnectorFactory known && isLoopback(known.getBindHost());
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return false; // all addresses of the machine
        }
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
