package dev.parley.bootstrap.store;

/** A schema cannot be read or changed, or does not fit this build. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }

    SchemaException(Schema schema, Exception cause) {
        super(
                "The schema of " + schema.store() + " (" + schema.owner().address() + ") cannot be read or changed: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                cause);
    }
}
