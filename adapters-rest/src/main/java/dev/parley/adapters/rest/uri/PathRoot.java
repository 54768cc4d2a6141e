package dev.parley.adapters.rest.uri;

import jakarta.ws.rs.core.UriInfo;

/** The first segment of a surface's paths. */
public record PathRoot(String segment) {

    /** Also of paths at which there is nothing. */
    public boolean contains(UriInfo uri) {
        String path = uri.getPath(false);
        return path.equals(segment) || path.startsWith(segment + "/");
    }
}
