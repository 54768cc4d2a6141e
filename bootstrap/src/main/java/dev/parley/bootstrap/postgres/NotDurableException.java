package dev.parley.bootstrap.postgres;

import java.util.List;

/** A server runs without what keeps acknowledged messages through a crash. The message is one line. */
public final class NotDurableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurableException(String server, List<String> settingsThatAreOff) {
        super("PostgreSQL at " + server + " would lose acknowledged messages in a crash: switch on "
                + String.join(", ", settingsThatAreOff));
    }
}
