package dev.parley.adapters.rest.uri;

import jakarta.ws.rs.core.UriInfo;

/**
 * A name in a path, decoded once. What is badly encoded becomes a name that nobody can have, so that it is answered like
 * any other unknown one; JAX-RS itself would refuse it, and would cut off what follows a semicolon.
 */
public interface PathName {

    /** The name at the end; a slash behind it is no part of it. */
    static String lastOf(UriInfo uri) {
        String path = uri.getPath(false);
        String open = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PercentCoding.decode(open.substring(open.lastIndexOf('/') + 1));
    }

    /** @param place of a segment that the matched path has, counted from 0 */
    static String at(int place, UriInfo uri) {
        return PercentCoding.decode(uri.getPath(false).split("/", -1)[place]);
    }
}
