package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.uri.PathName;
import dev.parley.adapters.rest.uri.PathRoot;
import jakarta.ws.rs.core.UriInfo;

/** The paths of v1: {@code /v1/<collection>/<name>...}. */
public final class V1Path {

    public static final PathRoot ROOT = new PathRoot("v1");

    private V1Path() {}

    /** Returns the decoded name after the collection; it need not be a valid one. */
    public static String name(UriInfo uri) {
        return PathName.at(2, uri);
    }
}
