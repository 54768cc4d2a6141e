package dev.parley.bootstrap.postgres;

/**
 * What one role needs to reach one database.
 *
 * @param jdbcUrl names host, port and database, never the password
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** Leaves the password out: this record ends up in log lines. */
    @Override
    public String toString() {
        return "DatabaseAccess[jdbcUrl=" + jdbcUrl + ", user=" + user + ", password=redacted]";
    }
}
