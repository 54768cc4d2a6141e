package dev.parley.bootstrap.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names by which the admin port may be called. A web page could call it by a name of its own that resolves to this machine,
 * and read the responses; this list excludes such names.
 *
 * @param names in lower case
 * @param anyAddress whether every IP address is allowed, instead of loopback addresses only; a web page cannot use an address this way
 */
public record AdminHosts(Set<String> names, boolean anyAddress) {

    private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");
    private static final String LOOPBACK = "localhost";

    public AdminHosts {
        names = Set.copyOf(names);
    }

    /**
     * @param more names beside {@code localhost}
     * @param open whether the port may be reached from other machines, which call it by its address
     */
    public static AdminHosts of(Collection<String> more, boolean open) {
        Set<String> names = new TreeSet<>(Set.of(LOOPBACK));
        more.stream().map(name -> name.toLowerCase(Locale.ROOT)).forEach(names::add);
        return new AdminHosts(names, open);
    }

    /** Whether a request can call the port by it: a request has its port and its scheme elsewhere. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** @param host without a port; an address of IPv6 may be in brackets */
    boolean allow(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        Optional<InetAddress> address = AddressBlock.address(name.replaceAll("^\\[(.*)]$", "$1"));
        return names.contains(name)
                || address.filter(known -> anyAddress || known.isLoopbackAddress())
                        .isPresent();
    }
}
