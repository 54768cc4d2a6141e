package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Json;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component of a record, as a field of JSON. */
record FieldOf(RecordComponent component) {

    private Optional<Field> said() {
        return Optional.ofNullable(component.getAnnotation(Field.class));
    }

    String name() {
        return said().map(Field::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> V1Json.fieldName(component.getName()));
    }

    /** Empty if it was forgotten, which a test tells. */
    String description() {
        return said().map(Field::value).orElse("");
    }

    Kind kind() {
        return said().map(Field::kind).orElse(Kind.PLAIN);
    }

    Type type() {
        return component.getGenericType();
    }

    /** The only texts that it can be; none if that is not so. */
    List<String> oneOf() {
        return said().map(Field::oneOf).map(List::of).orElse(List.of());
    }

    /** As JSON, if that of its kind does not do. */
    Optional<String> example() {
        return said().map(Field::example).filter(json -> !json.isEmpty());
    }

    /** Whether it is there at any rate. */
    boolean isRequired() {
        return !isOptional() && !(isNullable() && leavesNullsOut());
    }

    boolean canBeNull() {
        return isOptional() || (isNullable() && !leavesNullsOut());
    }

    private boolean isOptional() {
        return component.getType() == Optional.class
                && said().filter(Field::required).isEmpty();
    }

    private boolean isNullable() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private boolean leavesNullsOut() {
        return V1Json.leavesNullsOut(component.getDeclaringRecord());
    }
}
