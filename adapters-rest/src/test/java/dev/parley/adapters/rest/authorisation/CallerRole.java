package dev.parley.adapters.rest.authorisation;

/**
 * The callers, in the order in which a row is tested: callers without permission come first, as their requests must not
 * change anything.
 */
enum CallerRole {
    ANONYMOUS(Column.NO_TOKEN),
    JUNK(Column.DEAD_TOKEN),
    REVOKED(Column.DEAD_TOKEN),
    EXPIRED(Column.DEAD_TOKEN),
    ERASED(Column.DEAD_TOKEN),
    CEM(Column.STRANGER),
    DAN(Column.BLOCKED),
    BEA(Column.PARTICIPANT),
    ANN(Column.OWNER);

    private final Column column;

    CallerRole(Column column) {
        this.column = column;
    }

    /** The column that states the response to this caller. */
    Column column() {
        return column;
    }

    /** The columns of the document that state a response, in order. */
    enum Column {
        NO_TOKEN,
        DEAD_TOKEN,
        STRANGER,
        BLOCKED,
        PARTICIPANT,
        OWNER
    }
}
