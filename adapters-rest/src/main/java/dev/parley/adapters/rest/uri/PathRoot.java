package dev.parley.adapters.rest.uri;

import jakarta.ws.rs.core.UriInfo;

/** The first path segment of an API. */
public record PathRoot(String segment) {

    /** True even if no resource exists at the path. */
    public boolean contains(UriInfo uri) {
        return contains(uri.getPath(false));
    }

    /** @param path the encoded path, which may be invalid, without the leading slash */
    public boolean contains(String path) {
        return path.equals(segment) || path.startsWith(segment + "/");
    }
}
