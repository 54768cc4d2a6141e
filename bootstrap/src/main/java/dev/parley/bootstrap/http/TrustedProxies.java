package dev.parley.bootstrap.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the service believes when they say for whom they ask. */
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
                        .orElseThrow(() -> new IllegalArgumentException("neither an address nor a block of such")))
                .toList());
    }

    /** Whether each can be {@link #of one of them}. */
    public static boolean areBlocks(List<String> texts) {
        return texts.stream().allMatch(text -> AddressBlock.parse(text).isPresent());
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /**
     * Where a request comes from. Every proxy adds behind what it was told, so it is read from the end: the first address
     * that is none of ours is the client's, whatever stands before it, for the client can have written that itself. If
     * something is no address, whoever passed it on is as far as anybody knows.
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

    /** Some write {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
