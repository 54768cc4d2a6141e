package dev.parley.domain.limit;

import java.util.Optional;

/**
 * What one client has of the address space: an address of IPv4, or the first 64 bits of one of IPv6, of which one client has
 * all the others. Addresses that cannot be read are one network together.
 *
 * @param text always the same for the same network
 */
public record Network(String text) {

    public static final Network UNKNOWN = new Network("unknown");

    /** @param address as connections have it, with brackets and a zone perhaps */
    public static Network of(Optional<String> address) {
        return address.flatMap(AddressGroups::read).map(Network::of).orElse(UNKNOWN);
    }

    private static Network of(AddressGroups address) {
        return new Network(
                address.isIpv4()
                        ? "%d.%d.%d.%d".formatted(high(address, 6), low(address, 6), high(address, 7), low(address, 7))
                        : "%x:%x:%x:%x::/64".formatted(address.at(0), address.at(1), address.at(2), address.at(3)));
    }

    private static int high(AddressGroups address, int group) {
        return address.at(group) >> 8;
    }

    private static int low(AddressGroups address, int group) {
        return address.at(group) & 0xFF;
    }
}
