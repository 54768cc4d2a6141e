package dev.parley.adapters.rest.legacy.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * The base of links to pages.
 *
 * <p>A client can send any {@code Host} header, and a link must not lead to the host that it names. So links begin with
 * the configured URL. Without one they begin with the address of the connection, if the client used that address;
 * otherwise they are paths.
 *
 * @param publicUrl the public URL of the API, with a trailing slash; empty if not configured
 */
public record LinkBase(Optional<URI> publicUrl) {

    /** Request property (servlet attribute) that holds the base. */
    public static final String PROPERTY = "parley.link_base";

    /** No URL is configured. */
    public static final LinkBase UNKNOWN = new LinkBase(Optional.empty());

    private static final URI ROOT = URI.create("/");

    /** The names of this machine for local clients. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The base that {@code LinkBaseFilter} stored in the request. */
    static LinkBase of(HttpServletRequest request) {
        return request.getAttribute(PROPERTY) instanceof LinkBase base ? base : UNKNOWN;
    }

    /** @param requested the URL of the API as the client requested it */
    URI of(HttpServletRequest request, URI requested) {
        return publicUrl.orElseGet(() -> isCalledByItsAddress(request) ? requested : ROOT);
    }

    private static boolean isCalledByItsAddress(HttpServletRequest request) {
        String name = request.getServerName();
        return request.getServerPort() == request.getLocalPort()
                && (isLocal(request)
                        ? LOOPBACK.contains(name)
                        : unbracketed(name).equals(address(request)));
    }

    private static boolean isLocal(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getLocalAddr())
                    .isLoopbackAddress(); // a literal address, so no name is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String address(HttpServletRequest request) {
        return unbracketed(request.getLocalAddr());
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
