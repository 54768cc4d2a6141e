package dev.parley.bootstrap.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxies that may name the address of a client. */
public final class TrustedProxies {

    private final List<AddressBlock> blocks;

    private TrustedProxies(List<AddressBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Addresses and blocks of addresses.
     *
     * @throws IllegalArgumentException if one of them is neither
     */
    public static TrustedProxies of(List<String> blocks) {
        return new TrustedProxies(blocks.stream()
                .map(text -> AddressBlock.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("expected an address or a block of addresses")))
                .toList());
    }

    /** Whether {@link #of} accepts each of them. */
    public static boolean areBlocks(List<String> texts) {
        return texts.stream().allMatch(text -> AddressBlock.parse(text).isPresent());
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /**
     * The address of the client. Every proxy appends the address of its sender, so this reads from the end: the first address
     * that is not a trusted proxy is the client's. The client can have written everything before it. If an element is not an
     * address, the proxy that forwarded it counts as the client.
     *
     * @param peer at the other end of the connection
     * @param forwardedFor the values of the headers, in their order
     */
    InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream().flatMap(TrustedProxies::split).toList();
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            if (!trusts(client)) {
                return client;
            }
            Optional<InetAddress> before = AddressBlock.address(withoutPort(hop));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static Stream<String> split(String value) {
        return Stream.of(value.split(",", -1)).map(String::strip);
    }

    /** Some proxies write {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
