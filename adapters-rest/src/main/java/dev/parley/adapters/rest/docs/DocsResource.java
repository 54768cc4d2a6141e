package dev.parley.adapters.rest.docs;

import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.file.ServedFiles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Serves the API documentation without authentication. The page and its files contain nothing that is not in the source. */
@Path("/docs")
public final class DocsResource {

    /**
     * The browser sends requests only to this host, and runs only scripts of this page. A user who enters a token in the
     * page has to trust only the service.
     */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final ServedFiles files;

    public DocsResource(ServedFiles files) {
        this.files = files;
    }

    @GET
    public Response page(@Context Request request) {
        return file(SwaggerUi.PAGE, request);
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String name, @Context Request request) {
        ServedFile file = files.find(name).orElseThrow(NotFoundException::new);
        Response.ResponseBuilder answer = Response.fromResponse(file.answer(request));
        HEADERS.forEach(answer::header);
        return answer.build();
    }
}
