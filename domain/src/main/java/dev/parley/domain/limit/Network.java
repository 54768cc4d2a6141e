package dev.parley.domain.limit;

import java.util.List;
import java.util.Optional;

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

    public static final Network UNKNOWN = new Network("unknown", Optional.empty());

    /** @param address as connections report it, perhaps with brackets and a zone */
    public static Network of(Optional<String> address) {
        return address.flatMap(AddressGroups::read).map(Network::of).orElse(UNKNOWN);
    }

    private static Network of(AddressGroups address) {
        if (address.hasIpv4()) {
            String text = "%d.%d.%d.%d".formatted(high(address, 6), low(address, 6), high(address, 7), low(address, 7));
            return new Network(text, Optional.empty());
        }
        String site = "%x:%x:%x".formatted(address.at(0), address.at(1), address.at(2));
        return new Network("%s:%x::/64".formatted(site, address.at(3)), Optional.of(site + "::/48"));
    }

    /** One permit of the network and, for IPv6, one of its site. */
    public List<Claim> claims(RateLimit limit) {
        Claim own = new Claim(limit, LimitKey.ofNetwork(this));
        return site.map(name -> List.of(own, new Claim(limit.times(SITE_SHARE), LimitKey.ofSite(name))))
                .orElseGet(() -> List.of(own));
    }

    private static int high(AddressGroups address, int group) {
        return address.at(group) >> 8;
    }

    private static int low(AddressGroups address, int group) {
        return address.at(group) & 0xFF;
    }
}
