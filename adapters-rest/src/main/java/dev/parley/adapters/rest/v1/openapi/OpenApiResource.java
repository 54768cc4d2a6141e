package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.v1.description.Answer;
import dev.parley.adapters.rest.v1.description.Group;
import dev.parley.adapters.rest.v1.description.Grouped;
import dev.parley.adapters.rest.v1.description.Header;
import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.http.V1;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Shows the document. It is open: it says nothing that the source does not say. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/openapi.json")
@Grouped(Group.DOCUMENTATION)
public final class OpenApiResource {

    private final ServedFile document;

    public OpenApiResource(ServedFile document) {
        this.document = document;
    }

    @GET
    @Operation(
            id = "getOpenApi",
            summary = "This document",
            description = "Rendered at `/docs`.",
            answers = {
                @Answer(
                        status = 200,
                        description = "An OpenAPI 3.1 document.",
                        body = OpenApiOutline.class,
                        headers = Header.ETAG),
                @Answer(
                        status = 304,
                        description = "The one whose `ETag` was sent as `If-None-Match` is still the one.",
                        headers = Header.ETAG)
            })
    public Response get(@Context Request request) {
        return document.answer(request);
    }
}
