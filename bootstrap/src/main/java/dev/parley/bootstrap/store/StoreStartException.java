package dev.parley.bootstrap.store;

/** The service cannot start on this store; the message is the one line that an operator reads. */
public final class StoreStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreStartException(String message) {
        super(message);
    }

    StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
