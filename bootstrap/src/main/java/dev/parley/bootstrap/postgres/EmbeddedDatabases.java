package dev.parley.bootstrap.postgres;

/**
 * The two databases of an embedded server, each as the roles that work in it.
 *
 * @param owner owns the database {@code parley}: runs its migrations
 * @param app reads and writes the rows of {@code parley}, creates nothing
 * @param activityOwner owns the database {@code parley_activity}: runs its migrations
 * @param activityRelay has only the privileges in {@code parley_activity} that those migrations grant
 */
public record EmbeddedDatabases(
        DatabaseAccess owner, DatabaseAccess app, DatabaseAccess activityOwner, DatabaseAccess activityRelay) {

    static EmbeddedDatabases at(int port, Credentials credentials) {
        return new EmbeddedDatabases(
                access(port, DatabaseRoles.STATE, DatabaseRoles.OWNER, credentials.owner()),
                access(port, DatabaseRoles.STATE, DatabaseRoles.APP, credentials.app()),
                access(port, DatabaseRoles.ACTIVITY, DatabaseRoles.OWNER, credentials.owner()),
                access(port, DatabaseRoles.ACTIVITY, DatabaseRoles.RELAY, credentials.relay()));
    }

    static DatabaseAccess access(int port, String database, String user, String password) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }
}
