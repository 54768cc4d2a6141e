package dev.parley.planted.adapters.rest;

import dev.parley.planted.Breaks;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

@Path("/handler")
@Breaks({"09-paths-are-of-resources", "12-constructors-take-everything"})
public class Handler {

    @Context
    UriInfo uri;
}
