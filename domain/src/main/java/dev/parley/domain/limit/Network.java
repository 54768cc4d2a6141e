package dev.parley.domain.limit;

import java.util.List;
import java.util.Optional;

/**
 * What one client has of the address space: an address of IPv4, or the first 64 bits of one of IPv6, of which one client has
 * all the others. Behind a NAT64 with the well-known prefix it is the address of IPv4. Addresses that cannot be read are one
 * network together.
 *
 * @param text always the same for the same network
 * @param site the first 48 bits of an address of IPv6, as text: one client may have all the networks in them. Empty for all
 *     others
 */
public record Network(String text, Optional<String> site) {

    /** A site has as much of each limit as so many networks. */
    public static final int SITE_SHARE = 8;

    public static final Network UNKNOWN = new Network("unknown", Optional.empty());

    /** @param address as connections have it, with brackets and a zone perhaps */
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

    /** One unit of the limit, and one of what the site has of it. */
    public List<Claim> claims(RateLimit limit) {
        Claim own = new Claim(limit, LimitKey.ofNetwork(this));
        return site.map(around -> List.of(own, new Claim(limit.times(SITE_SHARE), LimitKey.ofSite(around))))
                .orElseGet(() -> List.of(own));
    }

    private static int high(AddressGroups address, int group) {
        return address.at(group) >> 8;
    }

    private static int low(AddressGroups address, int group) {
        return address.at(group) & 0xFF;
    }
}
