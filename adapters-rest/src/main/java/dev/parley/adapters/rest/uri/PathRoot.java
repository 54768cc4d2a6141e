package dev.parley.adapters.rest.uri;

import jakarta.ws.rs.core.UriInfo;

/** The first segment of a surface's paths. */
public record PathRoot(String segment) {

    /** Also of paths at which there is nothing. */
    public boolean contains(UriInfo uri) {
        return contains(uri.getPath(false));
    }

    /** @param path as it stands in the URL, perhaps one that nobody can decode, but without the first slash */
    public boolean contains(String path) {
        return path.equals(segment) || path.startsWith(segment + "/");
    }
}
