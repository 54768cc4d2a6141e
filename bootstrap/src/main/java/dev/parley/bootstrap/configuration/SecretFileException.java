package dev.parley.bootstrap.configuration;

/** A secret cannot be read. The message is one line for the operator and names the place. */
public final class SecretFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretFileException(String message) {
        super(message);
    }

    SecretFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
