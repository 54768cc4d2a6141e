package dev.parley.bootstrap.postgres;

/**
 * How one role reaches one database.
 *
 * @param jdbcUrl host, port and database; an operator may have added parameters, even the password
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The URL without its parameters, for messages. */
    public String address() {
        return withoutParameters(jdbcUrl);
    }

    static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Without the password, because log lines have this text. */
    @Override
    public String toString() {
        return "DatabaseAccess[jdbcUrl=" + address() + ", user=" + user + ", password=redacted]";
    }
}
