package dev.parley.domain.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An IP address as eight groups of 16 bits (RFC 4291); an IPv4 address is mapped into them. The JDK's parser is not used
 * because it sends text that is not an address to DNS.
 */
record AddressGroups(List<Integer> groups) {

    private static final int MAX_LENGTH = 64;
    private static final int GROUPS = 8;
    private static final int MAPPED = 0xFFFF;
    private static final int NAT64_HIGH = 0x64;
    private static final int NAT64_LOW = 0xFF9B;

    AddressGroups {
        groups = List.copyOf(groups);
    }

    /** Empty if the text is not an IP address. */
    static Optional<AddressGroups> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String bare = withoutZone(withoutBrackets(text));
        List<Integer> groups = bare.indexOf(':') < 0 ? mapped(bare) : expanded(bare);
        return groups.size() == GROUPS ? Optional.of(new AddressGroups(groups)) : Optional.empty();
    }

    int at(int group) {
        return groups.get(group);
    }

    /** Whether the last two groups are an IPv4 address: written as one, or embedded by a NAT64 gateway. */
    boolean hasIpv4() {
        return isMapped() || isFromNat64();
    }

    private boolean isMapped() {
        return at(5) == MAPPED && areZero(0, 5);
    }

    /** Whether the address has the well-known prefix 64:ff9b::/96 (RFC 6052). */
    private boolean isFromNat64() {
        return at(0) == NAT64_HIGH && at(1) == NAT64_LOW && areZero(2, 6);
    }

    private boolean areZero(int from, int to) {
        return groups.subList(from, to).stream().allMatch(group -> group == 0);
    }

    private static String withoutBrackets(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static List<Integer> mapped(String text) {
        List<Integer> groups = new ArrayList<>(List.of(0, 0, 0, 0, 0, MAPPED));
        groups.addAll(dotted(text));
        return groups;
    }

    private static List<Integer> expanded(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groupsOf(text, true);
        }
        List<Integer> groups = new ArrayList<>(gap == 0 ? List.of() : groupsOf(text.substring(0, gap), false));
        String after = text.substring(gap + 2);
        List<Integer> tail = after.isEmpty() ? List.of() : groupsOf(after, true);
        boolean isBroken = (gap > 0 && groups.isEmpty()) || (!after.isEmpty() && tail.isEmpty());
        int missing = GROUPS - groups.size() - tail.size();
        if (isBroken || missing < 1) {
            return List.of();
        }
        groups.addAll(Collections.nCopies(missing, 0));
        groups.addAll(tail);
        return groups;
    }

    /**
     * The groups between colons; empty if one of them is invalid.
     *
     * @param isEnd whether the text ends the address, where the last two groups may be written as an IPv4 address
     */
    private static List<Integer> groupsOf(String text, boolean isEnd) {
        List<Integer> groups = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            List<Integer> part = isEnd && colon < 0 && text.indexOf('.', start) >= 0
                    ? dotted(text.substring(start))
                    : number(text.substring(start, end), 4, 16);
            if (part.isEmpty()) {
                return List.of();
            }
            groups.addAll(part);
            start = end + 1;
        }
        return groups;
    }

    /** The two groups of a dotted IPv4 address; empty if the text is not one. */
    private static List<Integer> dotted(String text) {
        List<Integer> bytes = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            bytes.addAll(number(text.substring(start, end), 3, 10));
            start = end + 1;
        }
        boolean isAddress = bytes.size() == 4
                && bytes.stream().allMatch(one -> one <= 0xFF)
                && text.chars().filter(one -> one == '.').count() == 3;
        return isAddress ? List.of(bytes.get(0) << 8 | bytes.get(1), bytes.get(2) << 8 | bytes.get(3)) : List.of();
    }

    /** A list of the one number, empty if the text is not a number. */
    private static List<Integer> number(String text, int maxDigits, int radix) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= maxDigits
                && text.chars().allMatch(one -> one < 0x80 && Character.digit(one, radix) >= 0);
        return isNumber ? List.of(Integer.parseInt(text, radix)) : List.of();
    }
}
