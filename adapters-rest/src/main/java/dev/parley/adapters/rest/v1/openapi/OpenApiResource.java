package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.v1.http.V1;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Serves the API document to any client: it is public with the source. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/openapi.json")
public final class OpenApiResource {

    private final ServedFile document;

    public OpenApiResource(ServedFile document) {
        this.document = document;
    }

    @GET
    public Response get(@Context Request request) {
        return document.answer(request);
    }
}
