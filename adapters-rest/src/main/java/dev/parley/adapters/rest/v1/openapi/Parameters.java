package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.description.Parameter;
import java.util.stream.Stream;

/** The parameters of requests, each described once. */
interface Parameters {

    static ObjectNode all() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (Parameter parameter : Parameter.values()) {
            ObjectNode described = parameters
                    .putObject(parameter.name())
                    .put("name", parameter.parameterName())
                    .put("in", parameter.in())
                    .put("required", parameter.isRequired())
                    .put("description", parameter.description());
            Shape shape = Kinds.shapeOf(parameter.kind());
            described.set("schema", shape.schema());
            described.set("example", shape.example());
        }
        return parameters;
    }

    /** Those in its path and those that it says it takes. */
    static ArrayNode references(ResourceMethod method, Operation operation) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        Stream.concat(method.variables().stream().map(Parameter::inPath), Stream.of(operation.parameters()))
                .forEach(
                        parameter -> parameters.addObject().put("$ref", "#/components/parameters/" + parameter.name()));
        return parameters;
    }
}
