package dev.parley.adapters.rest.classic.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * What links to pages begin with. A client may write any header {@code Host}, and a link must not lead to the host that it
 * names. So links begin with the configured URL. Without one they begin with the address that the connection came to, if
 * the client called that; otherwise they are paths.
 *
 * @param publicUrl where clients reach the API, with a slash at its end; empty if that is not configured
 */
public record LinkBase(Optional<URI> publicUrl) {

    /** Name of the request's property, and attribute, that has it. */
    public static final String PROPERTY = "parley.link_base";

    /** Nothing is configured. */
    public static final LinkBase UNKNOWN = new LinkBase(Optional.empty());

    private static final URI ROOT = URI.create("/");

    /** What a client on the same machine may call it. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What was noted with the request. */
    static LinkBase of(HttpServletRequest request) {
        return request.getAttribute(PROPERTY) instanceof LinkBase base ? base : UNKNOWN;
    }

    /** @param requested where the API is, as the client calls it */
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
                    .isLoopbackAddress(); // an address: no name is looked up
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
