package dev.parley.adapters.rest.request;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the {@code Allow} header in a fixed order, that of the legacy API. */
public final class AllowedMethods {

    public static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private AllowedMethods() {}

    /** @param known the methods that resources declare; GET implies HEAD, and every path allows OPTIONS */
    public static String header(Collection<String> known) {
        return ORDER.stream()
                .filter(method -> known.contains(method)
                        || method.equals("OPTIONS")
                        || (method.equals("HEAD") && known.contains("GET")))
                .collect(Collectors.joining(", "));
    }
}
