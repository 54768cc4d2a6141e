package dev.parley.bootstrap.command;

/** A command cannot do what was asked; the message tells the operator why. */
final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OperatorException(String message) {
        super(message);
    }
}
