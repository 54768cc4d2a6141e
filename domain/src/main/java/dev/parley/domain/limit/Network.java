package dev.parley.domain.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that are counted as one client: one IPv4 address, or one /64 of IPv6, because one client usually controls a
 * whole /64. An address of a NAT64 with the well-known prefix counts as the IPv4 address in it. All addresses that cannot be
 * parsed are one network.
 *
 * @param text the canonical text of the network
 * @param site the /48 of an IPv6 network, as text, because one client may control a whole /48; empty for IPv4
 */
public record Network(String text, Optional<String> site) {

    /** A site has this many times the permits of one network. */
    public static final int SITE_SHARE = 8;

    /** The well-known prefix 64:ff9b::/96 of a NAT64 (RFC 6052). */
    private static final String NAT64 = "0064ff9b0000000000000000";

    private static final int IPV4_BYTES = 4;

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]{0,62}");

    public static final Network UNKNOWN = new Network("unknown", Optional.empty());

    /** @param address as connections report it, perhaps with brackets and a zone */
    public static Network of(Optional<String> address) {
        return address.flatMap(Network::read).map(Network::of).orElse(UNKNOWN);
    }

    private static Network of(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return ofIpv4(address);
        }
        if (HexFormat.of().formatHex(address).startsWith(NAT64)) {
            return ofIpv4(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        String site = "%x:%x:%x".formatted(group(address, 0), group(address, 1), group(address, 2));
        return new Network("%s:%x::/64".formatted(site, group(address, 3)), Optional.of(site + "::/48"));
    }

    private static Network ofIpv4(byte[] address) {
        String text =
                "%d.%d.%d.%d".formatted(address[0] & 0xFF, address[1] & 0xFF, address[2] & 0xFF, address[3] & 0xFF);
        return new Network(text, Optional.empty());
    }

    private static int group(byte[] address, int number) {
        return ((address[2 * number] & 0xFF) << 8) | (address[2 * number + 1] & 0xFF);
    }

    /**
     * The 4 or 16 bytes of the address. The JDK asks DNS for any text that may be a name; it never does for a text of these
     * characters that has a colon.
     */
    private static Optional<byte[]> read(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String address = bare.replaceFirst("%.*", "");
        boolean isDotted = address.indexOf(':') < 0 && address.indexOf('.') >= 0;
        String literal = isDotted ? "::ffff:" + address : address;
        if (literal.indexOf(':') < 0 || !LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getAllByName(literal)[0].getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** One permit of the network and, for IPv6, one of its site. */
    public List<NeededPermit> permits(RateLimit limit) {
        NeededPermit own = new NeededPermit(limit, LimitKey.ofNetwork(this));
        return site.map(name -> List.of(own, new NeededPermit(limit.times(SITE_SHARE), LimitKey.ofSite(name))))
                .orElseGet(() -> List.of(own));
    }
}
