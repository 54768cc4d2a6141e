package dev.parley.adapters.rest.uri;

import jakarta.ws.rs.core.UriInfo;

/**
 * Decodes a user name in a path.
 *
 * <p>An invalid encoding becomes a name that no user can have, so that the response is the one for an unknown user.
 * JAX-RS would reject the request, and would cut off text after a semicolon.
 */
public final class PathName {

    private PathName() {}

    /** The last segment, without a trailing slash. */
    public static String lastOf(UriInfo uri) {
        String path = uri.getPath(false);
        String open = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PercentCoding.decode(open.substring(open.lastIndexOf('/') + 1));
    }

    /** @param place the index of a segment, counted from 0; the matched path must have it */
    public static String at(int place, UriInfo uri) {
        return PercentCoding.decode(uri.getPath(false).split("/", -1)[place]);
    }
}
