package dev.parley.bootstrap.postgres;

/**
 * What one role needs to reach one database.
 *
 * @param jdbcUrl names host, port and database; an operator may have put more into it, the password too
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The URL without its parameters: this may be shown. */
    public String address() {
        return withoutParameters(jdbcUrl);
    }

    static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Leaves the password out: this record ends up in log lines. */
    @Override
    public String toString() {
        return "DatabaseAccess[jdbcUrl=" + address() + ", user=" + user + ", password=redacted]";
    }
}
