package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.python.PercentCoding;

/**
 * A name in a path, decoded once. What is badly encoded becomes a name that nobody can have, so that it is answered like
 * any other unknown one.
 */
public record PathName(String value) {

    /** @param encoded as it stands in the path; JAX-RS finds this method by its name */
    public static PathName fromString(String encoded) {
        return new PathName(PercentCoding.decode(encoded));
    }
}
