package dev.parley.bootstrap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Gives every request the address of the client, as trusted proxies forwarded it. Jetty's own customizer trusts every
 * sender.
 */
public final class ForwardedAddress implements HttpConfiguration.Customizer {

    private static final int PORT_UNKNOWN = 0;

    private final TrustedProxies proxies;

    public ForwardedAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        List<String> forwardedFor = request.getHeaders().getFields(HttpHeader.X_FORWARDED_FOR).stream()
                .map(HttpField::getValue)
                .map(String::valueOf)
                .toList();
        return !forwardedFor.isEmpty()
                        && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                ? from(proxies.clientOf(peer.getAddress(), forwardedFor), peer, request)
                : request;
    }

    private static Request from(InetAddress client, InetSocketAddress peer, Request request) {
        return client.equals(peer.getAddress())
                ? request
                : new Passed(request, new InetSocketAddress(client, PORT_UNKNOWN));
    }

    private static final class Passed extends Request.Wrapper {

        private final ConnectionMetaData connection;

        Passed(Request request, SocketAddress client) {
            super(request);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
