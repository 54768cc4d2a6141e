package dev.parley.bootstrap.command;

/** A command failed for the reason in the message, which is for the operator. */
final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OperatorException(String message) {
        super(message);
    }
}
