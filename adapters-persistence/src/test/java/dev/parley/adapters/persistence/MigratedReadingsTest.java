package dev.parley.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the migration of read receipts from before a conversation stored where its held messages begin. A receipt
 * moves to the newest read message, and all unread messages come after it. Each test runs for a reader on either side.
 */
final class MigratedReadingsTest {

    private static final long LOW = 1;
    private static final long HIGH = 2;

    private static final String KEEP = """
            INSERT INTO conversation (id, low_id, high_id, last_place, latest_at,
                low_unread, low_held, low_read_up_to, high_unread, high_held, high_read_up_to)
            VALUES (7, ?, ?, 5, ?::timestamptz, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_MESSAGE = """
            INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
            VALUES (7, ?, ?, ?, ?, 'hello', ?::timestamptz, ?::timestamptz)
            """;

    private static final String READ_AND_HELD =
            "SELECT unnest(ARRAY[{side}_read_up_to, {side}_held_from]) FROM conversation";

    private static final String VISIBLE_BEYOND = """
            SELECT count(*)
            FROM conversation
            JOIN message ON conversation_id = conversation.id AND receiver_id = {side}_id AND place > {side}_read_up_to
            WHERE visible_at IS NOT NULL
            """;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private DataSource database;

    /** Applies the schema before the change, and stores two users. */
    @BeforeEach
    void migrateUpToHere() {
        database = TestPostgres.instance().freshDatabase("migrated_readings");
        Migration.STATE.apply(database);
        List<Long> later = list("SELECT 1 FROM databasechangelog WHERE filename >= 'parley/state/0008'", sideOf(LOW));
        Migration.STATE.rollBack(database, later.size());
        execute("""
                INSERT INTO app_user (id, username, password_hash, registered_at)
                OVERRIDING SYSTEM VALUE
                VALUES (1, 'anna', 'hash', 'epoch'), (2, 'bo', 'hash', 'epoch')
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void receiptAtAnOwnMessageMovesToTheNewestReceivedMessage(long reader) {
        keep(reader, 0, 0, 4);
        received(reader, 1, 1);
        received(reader, 2, 2);
        sent(reader, 3);
        sent(reader, 4);
        read(reader, 4, 5);

        assertMigrated(reader, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void receiptBeyondHeldMessagesMovesToTheNewestBeforeThem(long reader) {
        keep(reader, 0, 2, 5);
        received(reader, 1, 1);
        sent(reader, 2);
        held(reader, 3);
        held(reader, 4);
        sent(reader, 5);
        read(reader, 5, 6);

        assertMigrated(reader, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void releasedMessageBeforeAReceiptIsUnread(long reader) {
        keep(reader, 2, 0, 4);
        received(reader, 1, 1);
        sent(reader, 2);
        received(reader, 3, 7);
        sent(reader, 4);
        read(reader, 4, 6);
        received(reader, 5, 8);

        assertMigrated(reader, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void releasedAndHeldMessagesBeforeAReceiptAreBothUnread(long reader) {
        keep(reader, 1, 1, 5);
        received(reader, 1, 1);
        received(reader, 2, 7);
        sent(reader, 3);
        read(reader, 3, 6);
        held(reader, 4);
        sent(reader, 5);

        assertMigrated(reader, 1, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void messageReadAfterItsReleaseStaysRead(long reader) {
        keep(reader, 1, 0, 4);
        received(reader, 1, 1);
        received(reader, 2, 7);
        sent(reader, 3);
        read(reader, 3, 6);
        read(reader, 4, 8);
        sent(reader, 4);
        received(reader, 5, 9);

        assertMigrated(reader, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {LOW, HIGH})
    void readerWithoutAReceiptHasReadNothing(long reader) {
        keep(reader, 1, 0, 0);
        sent(reader, 1);
        received(reader, 2, 2);

        assertMigrated(reader, 0, 0);
    }

    @Test
    void releasedNoteToOneselfIsUnread() {
        execute(KEEP, LOW, LOW, at(9), 2, 0, 3, 0, 0, 0);
        message(LOW, LOW, 1, Optional.of(1L));
        message(LOW, LOW, 2, Optional.of(7L));
        message(LOW, LOW, 3, Optional.of(7L));
        read(LOW, 3, 4);

        assertMigrated(LOW, 1, 0);
    }

    private void assertMigrated(long reader, long readUpTo, long heldFrom) {
        Migration.STATE.apply(database);

        assertThat(list(READ_AND_HELD, sideOf(reader))).containsExactly(readUpTo, heldFrom);
        assertThat(list(READ_AND_HELD, sideOf(peerOf(reader)))).containsExactly(0L, 0L);
        assertThat(list(VISIBLE_BEYOND, sideOf(reader)))
                .isEqualTo(list("SELECT {side}_unread FROM conversation", sideOf(reader)));
    }

    /** Stores a conversation with counts for the reader only. */
    private void keep(long reader, long unread, long held, long readUpTo) {
        if (reader == LOW) {
            execute(KEEP, LOW, HIGH, at(9), unread, held, readUpTo, 0, 0, 0);
        } else {
            execute(KEEP, LOW, HIGH, at(9), 0, 0, 0, unread, held, readUpTo);
        }
    }

    private void received(long reader, long place, long visible) {
        message(peerOf(reader), reader, place, Optional.of(visible));
    }

    private void held(long reader, long place) {
        message(peerOf(reader), reader, place, Optional.empty());
    }

    private void sent(long reader, long place) {
        message(reader, peerOf(reader), place, Optional.of(place));
    }

    /** A message whose time is the second of its place. */
    private void message(long sender, long receiver, long place, Optional<Long> visible) {
        execute(ADD_MESSAGE, place, place, sender, receiver, at(place), visible.map(MigratedReadingsTest::at));
    }

    private void read(long reader, long upTo, long second) {
        execute("INSERT INTO read_receipt VALUES (7, ?, ?, ?::timestamptz)", reader, upTo, at(second));
    }

    private static String sideOf(long user) {
        return user == LOW ? "low" : "high";
    }

    private static long peerOf(long user) {
        return user == LOW ? HIGH : LOW;
    }

    private static String at(long second) {
        return "2026-11-22T10:15:0" + second + "Z";
    }

    private void execute(String sql, Object... values) {
        Jdbi.create(database).useHandle(handle -> handle.execute(sql, values));
    }

    private List<Long> list(String sql, String side) {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery(sql.replace("{side}", side))
                        .mapTo(Long.class)
                        .list());
    }
}
