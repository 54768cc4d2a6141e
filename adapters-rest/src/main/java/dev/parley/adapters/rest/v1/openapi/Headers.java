package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Header;
import dev.parley.adapters.rest.v1.json.V1Json;
import java.util.Collection;

/** The headers of answers, each described once. */
interface Headers {

    static ObjectNode all() {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (Header header : Header.values()) {
            ObjectNode described = headers.putObject(header.headerName())
                    .put("description", header.description())
                    .put("required", header.isRequired());
            described.putObject("schema").put("type", "string");
            described.set("example", V1Json.read(header.example()));
        }
        return headers;
    }

    static ObjectNode references(Collection<Header> some) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        some.forEach(header ->
                headers.putObject(header.headerName()).put("$ref", "#/components/headers/" + header.headerName()));
        return headers;
    }
}
