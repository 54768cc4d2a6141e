package dev.parley.bootstrap.store;

/** The service cannot use a database. The message is one line for the operator. */
public final class StoreStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreStartException(String message) {
        super(message);
    }

    StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
