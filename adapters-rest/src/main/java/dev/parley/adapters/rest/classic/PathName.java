package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.python.PercentCoding;
import jakarta.ws.rs.core.UriInfo;

/**
 * The name at the end of a path, decoded once. What is badly encoded becomes a name that nobody can have, so that it is
 * answered like any other unknown one; JAX-RS itself would refuse it, and would cut off what follows a semicolon.
 */
interface PathName {

    static String lastOf(UriInfo uri) {
        String path = uri.getPath(false);
        String open = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PercentCoding.decode(open.substring(open.lastIndexOf('/') + 1));
    }
}
