package dev.parley.bootstrap.postgres;

import java.util.List;

/** A server could lose acknowledged messages in a crash. The message is one line for the operator. */
public final class NotDurableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurableException(String server, List<String> settingsThatAreOff) {
        super("PostgreSQL at " + server + " would lose acknowledged messages in a crash: switch on "
                + String.join(", ", settingsThatAreOff));
    }
}
