package dev.parley.adapters.rest.request;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code Allow} header, always in one order (the seed's). */
public interface AllowedMethods {

    List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /** @param known those that resources name; where there is GET there is HEAD, and OPTIONS is everywhere */
    static String header(Collection<String> known) {
        return ORDER.stream()
                .filter(method -> known.contains(method)
                        || method.equals("OPTIONS")
                        || (method.equals("HEAD") && known.contains("GET")))
                .collect(Collectors.joining(", "));
    }
}
