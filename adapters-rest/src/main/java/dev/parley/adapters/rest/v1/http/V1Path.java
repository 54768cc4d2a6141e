package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.uri.PathName;
import dev.parley.adapters.rest.uri.PathRoot;
import jakarta.ws.rs.core.UriInfo;

/** The paths of v1: {@code /v1/<collection>/<name>...}. */
public interface V1Path {

    PathRoot ROOT = new PathRoot("v1");

    /** Returns the decoded name after the collection; it need not be a valid one. */
    static String name(UriInfo uri) {
        return PathName.at(2, uri);
    }
}
