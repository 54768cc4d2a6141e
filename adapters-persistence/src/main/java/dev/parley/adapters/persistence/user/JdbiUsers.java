package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.NameDigest;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Users in PostgreSQL. The statement that registers a user also inserts the user's head. An erased user has an empty password
 * hash.
 */
public final class JdbiUsers implements Users {

    private static final String COLUMNS = "id, username, registered_at";

    /**
     * The first registration takes the name for ever: the row in {@code taken_name} outlives the user, so an erasure cannot free
     * the name. The row of the folded name is always inserted first, so concurrent registrations cannot deadlock. Nodes of
     * earlier versions do not write it, so {@code app_user} is checked too.
     */
    private static final String REGISTER = """
            WITH folded AS (
                INSERT INTO taken_folded_name (digest)
                VALUES (:foldedDigest)
                ON CONFLICT (digest) DO NOTHING
                RETURNING digest
            ), first AS (
                SELECT count(*) > 0 AS folded FROM folded
            ), taken AS (
                INSERT INTO taken_name (digest)
                SELECT :digest FROM first
                WHERE :exact
                    OR (first.folded AND NOT EXISTS (SELECT FROM app_user WHERE folded_name(username) = :folded))
                ON CONFLICT (digest) DO NOTHING
                RETURNING digest
            ), registered AS (
                INSERT INTO app_user (username, password_hash, registered_at)
                SELECT :username, :hash, :at FROM taken
                ON CONFLICT (username) DO NOTHING
                RETURNING {columns}
            ), headed AS (
                INSERT INTO user_head (user_id)
                SELECT id FROM registered
            )
            SELECT {columns} FROM registered
            """.replace("{columns}", COLUMNS);

    private static final String FIND = """
            SELECT {columns}
            FROM app_user
            WHERE username = :username
            """.replace("{columns}", COLUMNS);

    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT FROM taken_name WHERE digest = :digest)
                OR EXISTS (SELECT FROM app_user WHERE username = :username)
            """;

    private static final String IS_TAKEN_IN_ANY_CASE = """
            SELECT EXISTS (SELECT FROM taken_folded_name WHERE digest = :foldedDigest)
                OR EXISTS (SELECT FROM app_user WHERE folded_name(username) = :folded)
            """;

    private static final String FIND_BY_ID = """
            SELECT {columns}
            FROM app_user
            WHERE id = :id
            """.replace("{columns}", COLUMNS);

    /** Scans a range of the index on folded names, also with a generic plan. A LIKE would need the prefix at planning time. */
    static final String LIST_BY_PREFIX = """
            SELECT {columns}
            FROM app_user
            WHERE folded_name(username) >= GREATEST(:prefix, :afterFolded COLLATE "C")
                AND folded_name(username) < :end
                AND (folded_name(username), username) > (:afterFolded, :after)
            ORDER BY folded_name(username), username
            LIMIT :limit
            """.replace("{columns}", COLUMNS);

    /** Sorts after every character that a name can have. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final String NAMES = """
            SELECT {columns}
            FROM app_user
            WHERE id = ANY (:ids)
            """.replace("{columns}", COLUMNS);

    private static final String FIND_CREDENTIALS = """
            SELECT id, password_hash
            FROM app_user
            WHERE username = :username AND password_hash <> ''
            """;

    private static final String FIND_CREDENTIALS_BY_ID = """
            SELECT id, password_hash
            FROM app_user
            WHERE id = :id AND password_hash <> ''
            """;

    /** Also takes the names, because a node from before v1 registered the user without that. */
    private static final String ERASE = """
            WITH closed AS (
                UPDATE user_head
                SET erased = true
                WHERE user_id = :user
            ), folded AS (
                INSERT INTO taken_folded_name (digest)
                SELECT sha256(convert_to(folded_name(username), 'UTF8')) FROM app_user WHERE id = :user
                ON CONFLICT (digest) DO NOTHING
                RETURNING digest
            ), first AS (
                SELECT count(*) FROM folded
            ), taken AS (
                INSERT INTO taken_name (digest)
                SELECT sha256(convert_to(username, 'UTF8')) FROM app_user, first WHERE id = :user
                ON CONFLICT (digest) DO NOTHING
            )
            UPDATE app_user
            SET username = :tombstone, password_hash = ''
            WHERE id = :user
            """;

    private static final String REPLACE_PASSWORD_HASH = """
            UPDATE app_user
            SET password_hash = :hash
            WHERE id = :user AND password_hash <> ''
            """;

    private static final String REPLACE_KNOWN_PASSWORD_HASH = """
            UPDATE app_user
            SET password_hash = :hash
            WHERE id = :user AND password_hash = :known
            """;

    /** Waits for a concurrent change, and then checks the row again. */
    private static final String CONFIRM = """
            SELECT id
            FROM app_user
            WHERE id = :user AND password_hash = :known
            FOR SHARE
            """;

    private static final RowMapper<User> USERS = (row, context) -> new User(
            new UserId(row.getLong("id")), new Username(row.getString("username")), Rows.time(row, "registered_at"));

    private static final RowMapper<Credentials> CREDENTIALS = (row, context) ->
            new Credentials(new UserId(row.getLong("id")), new PasswordHash(row.getString("password_hash")));

    private final StateStore store;

    public JdbiUsers(StateStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> register(Username username, NameComparison comparison, PasswordHash hash, Instant at) {
        return store.with(handle -> handle.createQuery(REGISTER)
                .bind("foldedDigest", NameDigest.ofFolded(username))
                .bind("folded", username.folded())
                .bind("exact", comparison == NameComparison.EXACT)
                .bind("digest", NameDigest.of(username))
                .bind("username", username)
                .bind("hash", hash)
                .bind("at", at)
                .map(USERS)
                .findOne());
    }

    @Override
    public Optional<User> find(Username username) {
        return store.with(handle ->
                handle.createQuery(FIND).bind("username", username).map(USERS).findOne());
    }

    @Override
    public boolean isTaken(Username username, NameComparison comparison) {
        return store.with(handle ->
                taken(handle, username, comparison).mapTo(Boolean.class).one());
    }

    private static Query taken(Handle handle, Username username, NameComparison comparison) {
        return switch (comparison) {
            case EXACT ->
                handle.createQuery(IS_TAKEN)
                        .bind("digest", NameDigest.of(username))
                        .bind("username", username);
            case IGNORING_CASE ->
                handle.createQuery(IS_TAKEN_IN_ANY_CASE)
                        .bind("foldedDigest", NameDigest.ofFolded(username))
                        .bind("folded", username.folded());
        };
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.with(handle ->
                handle.createQuery(FIND_BY_ID).bind("id", id).map(USERS).findOne());
    }

    @Override
    public List<User> listByPrefix(Username prefix, Optional<Username> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST_BY_PREFIX)
                .bind("prefix", prefix.folded())
                .bind("end", prefix.folded() + LAST_CHARACTER)
                .bind("afterFolded", after.map(Username::folded).orElse(""))
                .bind("after", after.map(Username::value).orElse(""))
                .bind("limit", limit)
                .map(USERS)
                .list());
    }

    @Override
    public Map<UserId, Username> names(Set<UserId> ids) {
        return store.with(handle -> handle.createQuery(NAMES)
                .bind("ids", Column.bigint(ids, UserId::value))
                .map(USERS)
                .collect(Collectors.toUnmodifiableMap(User::id, User::username)));
    }

    @Override
    public Optional<Credentials> findCredentials(Username username) {
        return store.with(handle -> handle.createQuery(FIND_CREDENTIALS)
                .bind("username", username)
                .map(CREDENTIALS)
                .findOne());
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return store.with(handle -> handle.createQuery(FIND_CREDENTIALS_BY_ID)
                .bind("id", id)
                .map(CREDENTIALS)
                .findOne());
    }

    @Override
    public void erase(UserId user) {
        int erased = store.with(handle -> handle.createUpdate(ERASE)
                .bind("user", user)
                .bind("tombstone", Username.ofErased(user))
                .execute());
        if (erased == 0) {
            throw new IllegalArgumentException("expected an existing user, found none");
        }
    }

    @Override
    public void replacePasswordHash(UserId user, PasswordHash hash) {
        store.with(handle -> handle.createUpdate(REPLACE_PASSWORD_HASH)
                .bind("user", user)
                .bind("hash", hash)
                .execute());
    }

    @Override
    public boolean replacePasswordHash(Credentials known, PasswordHash hash) {
        return store.with(handle -> handle.createUpdate(REPLACE_KNOWN_PASSWORD_HASH)
                        .bind("user", known.user())
                        .bind("known", known.hash())
                        .bind("hash", hash)
                        .execute())
                > 0;
    }

    @Override
    public boolean confirm(Credentials known) {
        return store.inUnitOfWork(
                "a confirmation",
                handle -> handle.createQuery(CONFIRM)
                        .bind("user", known.user())
                        .bind("known", known.hash())
                        .mapTo(UserId.class)
                        .findOne()
                        .isPresent());
    }
}
