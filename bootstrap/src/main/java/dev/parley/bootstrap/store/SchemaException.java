package dev.parley.bootstrap.store;

/** A schema could not be looked at or changed. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaException(Schema schema, Exception cause) {
        super(
                "The schema of " + schema.store() + " (" + schema.owner().address() + ") cannot be read or changed: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                cause);
    }
}
