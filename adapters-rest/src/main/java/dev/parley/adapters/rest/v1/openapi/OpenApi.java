package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Group;
import java.util.List;

/** The whole document, in the form of OpenAPI 3.1. */
public final class OpenApi {

    static final String TOKEN = "token";
    static final String TICKET = "ticket";

    private static final String CONVENTIONS = """
            A messaging service for the users of your app: they register, write to each other one to one, read what was \
            written, see what was read, and block whom they do not want to hear from.

            - **Tokens.** `POST /v1/sessions` gives one out; send it as `Authorization: Bearer <token>`, or under the \
            scheme `Token`. It lives as long as it is used, and dies with its session.
            - **JSON** in UTF-8 and snake case. Requests: no numbers for strings, `null` counts as absent, unknown fields \
            are ignored. Answers may have more fields one day: ignore what you do not know. Lengths are counted in \
            Unicode code points.
            - **Problems** are RFC 9457 `application/problem+json`. Act on `code`: it never changes its meaning. \
            `request_id` names the request in the service's log.
            - **Lists** take `limit` and an opaque cursor, and answer `{"items", "next"}`; `next` is null on the last page.
            - **Caches** keep nothing: answers carry `Cache-Control: no-store`.""";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final Shapes shapes = new Shapes();
    private final Operations operations = new Operations(shapes);

    private OpenApi(String version) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Parley v1")
                .put("version", version)
                .put("description", CONVENTIONS)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "Where this document came from.");
    }

    /**
     * The document.
     *
     * @param version of the service
     * @param resources those it describes
     */
    public static ObjectNode document(String version, List<Class<?>> resources) {
        OpenApi api = new OpenApi(version);
        api.describeGroups();
        api.describeOperations(resources);
        api.describeComponents();
        return api.document;
    }

    private void describeGroups() {
        for (Group group : Group.values()) {
            document.withArray("tags").addObject().put("name", group.title()).put("description", group.description());
        }
    }

    private void describeOperations(List<Class<?>> resources) {
        ObjectNode paths = document.putObject("paths");
        resources.stream()
                .flatMap(resource -> ResourceMethod.of(resource).stream())
                .forEach(method -> method.operation()
                        .ifPresent(operation -> pathOf(method, paths)
                                .set(method.verbInDocument(), operations.describe(method, operation))));
    }

    private static ObjectNode pathOf(ResourceMethod method, ObjectNode paths) {
        return paths.has(method.path()) ? (ObjectNode) paths.get(method.path()) : paths.putObject(method.path());
    }

    private void describeComponents() {
        ObjectNode components = document.putObject("components");
        components.set("schemas", shapes.schemas());
        components.set("parameters", Parameters.all());
        components.set("headers", Headers.all());
        components.set("examples", Problems.examples());
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject(TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The token that `POST /v1/sessions` answered with.");
        schemes.putObject(TICKET)
                .put("type", "apiKey")
                .put("in", "query")
                .put("name", "ticket")
                .put("description", "The ticket that `POST /v1/events/tickets` answered with, good for one stream.");
    }
}
