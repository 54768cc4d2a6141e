package dev.parley.adapters.rest.authorisation;

/** Who asks, in the order in which a row is asked: whoever should change nothing comes before those who do. */
enum Caller {
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

    Caller(Column column) {
        this.column = column;
    }

    /** Where their answer is stated. */
    Column column() {
        return column;
    }

    /** The columns of the document that state an answer, in its order. */
    enum Column {
        NO_TOKEN,
        DEAD_TOKEN,
        STRANGER,
        BLOCKED,
        PARTICIPANT,
        OWNER
    }
}
