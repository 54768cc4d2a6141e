package dev.parley.bootstrap.configuration;

/** A secret cannot be had; the message is the one line that an operator reads, and says where it should be. */
public final class SecretFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretFileException(String message) {
        super(message);
    }

    SecretFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
