package dev.parley.bootstrap.http;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Optional;

/**
 * All addresses that begin with the same bits.
 *
 * @param bits the number of equal bits; at least 1, because a proxy at any address must not be trusted
 */
record AddressBlock(InetAddress start, int bits) {

    private static final int BITS_OF_BYTE = 8;

    AddressBlock {
        if (bits < 1 || bits > start.getAddress().length * BITS_OF_BYTE) {
            throw new IllegalArgumentException(
                    "expected at least 1 bit and no more than the address has, but found " + bits);
        }
    }

    /** {@code 192.0.2.1}, or {@code 192.0.2.0/24}; empty if it is neither. */
    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> start = address(slash < 0 ? text : text.substring(0, slash));
        return slash < 0
                ? start.map(address -> new AddressBlock(address, address.getAddress().length * BITS_OF_BYTE))
                : start.flatMap(address -> block(address, text.substring(slash + 1)));
    }

    private static Optional<AddressBlock> block(InetAddress start, String bits) {
        try {
            return Optional.of(new AddressBlock(start, Integer.parseInt(bits)));
        } catch (IllegalArgumentException e) { // not a number, or too large a one
            return Optional.empty();
        }
    }

    /** Parses an address; does not resolve names. */
    static Optional<InetAddress> address(String text) {
        return InetAddresses.isInetAddress(text) ? Optional.of(InetAddresses.forString(text)) : Optional.empty();
    }

    boolean contains(InetAddress address) {
        byte[] one = start.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        int whole = bits / BITS_OF_BYTE;
        for (int index = 0; index < whole; index++) {
            if (one[index] != other[index]) {
                return false;
            }
        }
        int rest = bits % BITS_OF_BYTE;
        return rest == 0 || ((one[whole] ^ other[whole]) & 0xFF) >>> (BITS_OF_BYTE - rest) == 0;
    }
}
