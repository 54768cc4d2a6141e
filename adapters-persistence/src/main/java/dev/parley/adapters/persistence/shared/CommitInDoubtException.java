package dev.parley.adapters.persistence.shared;

import org.jdbi.v3.core.JdbiException;

/** A commit failed, and the transaction may be stored. {@link Database} translates it for the ports. */
final class CommitInDoubtException extends JdbiException {

    private static final long serialVersionUID = 1L;

    CommitInDoubtException(JdbiException cause) {
        super("the transaction may have been committed", cause);
    }
}
