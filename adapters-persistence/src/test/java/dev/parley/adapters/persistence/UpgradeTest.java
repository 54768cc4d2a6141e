package dev.parley.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.audit.JdbiStateAudit;
import dev.parley.adapters.persistence.conversation.JdbiConversations;
import dev.parley.adapters.persistence.shared.JdbiUnitOfWork;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.service.audit.CheckDataService;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.NewestVisible;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The upgrade of a state store from before v1: afterwards every count is as if it had always been maintained. */
final class UpgradeTest {

    private static final String OLD_ROWS = """
            INSERT INTO app_user (username, password_hash, registered_at)
            SELECT 'user' || i, '$fake$', now() FROM generate_series(1, 4) AS i;
            INSERT INTO user_head (user_id) SELECT id FROM app_user;
            INSERT INTO conversation VALUES
                (1, 1, 2, 4, 1, 0, 0, 0, 2, 2, '2026-01-01T00:00:06Z'),
                (2, 1, 3, 2, 0, 0, 0, 1, 0, 2, '2026-01-01T00:00:04Z'),
                (3, 3, 3, 2, 1, 1, 0, 0, 0, 0, '2026-01-01T00:00:02Z'),
                (4, 2, 3, 1, 0, 0, 0, 0, 1, 0, '2026-01-01T00:00:01Z'),
                (5, 2, 4, 2, 0, 0, 2, 1, 0, 0, '2026-01-01T00:00:09Z'),
                (6, 1, 4, 2, 0, 0, 0, 0, 0, 2, '2026-01-01T00:00:05Z');
            INSERT INTO message VALUES
                (1, 1, 11, 1, 2, 'seen', '2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z'),
                (1, 2, 12, 1, 2, 'held', '2026-01-01T00:00:02Z', NULL),
                (1, 3, 13, 1, 2, 'held', '2026-01-01T00:00:04Z', NULL),
                (1, 4, 14, 2, 1, 'from the blocker', '2026-01-01T00:00:06Z', '2026-01-01T00:00:06Z'),
                (2, 1, 21, 1, 3, 'seen', '2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z'),
                (2, 2, 22, 1, 3, 'released', '2026-01-01T00:00:02Z', '2026-01-01T00:00:04Z'),
                (3, 1, 31, 3, 3, 'a note', '2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z'),
                (3, 2, 32, 3, 3, 'a held note', '2026-01-01T00:00:02Z', NULL),
                (4, 1, 41, 2, 3, 'held', '2026-01-01T00:00:01Z', NULL),
                (5, 1, 51, 2, 4, 'unseen', '2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z'),
                (5, 2, 52, 4, 2, 'seen', '2026-01-01T00:00:02Z', '2026-01-01T00:00:02Z'),
                (6, 1, 61, 1, 4, 'seen', '2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z'),
                (6, 2, 62, 1, 4, 'released and seen', '2026-01-01T00:00:02Z', '2026-01-01T00:00:04Z');
            INSERT INTO read_receipt VALUES
                (1, 2, 2, '2026-01-01T00:00:03Z'),
                (2, 3, 2, '2026-01-01T00:00:03Z'),
                (5, 2, 2, '2026-01-01T00:00:09Z'),
                (6, 4, 2, '2026-01-01T00:00:03Z'),
                (6, 4, 2, '2026-01-01T00:00:05Z')
            """;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static DataSource database;

    @BeforeAll
    static void upgrade() {
        database = TestPostgres.instance().freshDatabase("upgraded");
        Migration.STATE.apply(database);
        Migration.STATE.rollBack(database, changeSetsOfV1());
        Jdbi.create(database).useHandle(handle -> handle.createScript(OLD_ROWS).execute());
        Migration.STATE.apply(database);
    }

    private static int changeSetsOfV1() {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM databasechangelog WHERE filename >= 'parley/state/0008'")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void heldMessagesBeginAfterTheNewestReadMessage() {
        Conversation found = conversation(1, 2);

        assertThat(found.lower()).isEqualTo(new ParticipantState(new ReceiverState(1, 0, 0, 0), shown(4, 6)));
        assertThat(found.higher()).isEqualTo(new ParticipantState(new ReceiverState(0, 2, 2, 1), shown(4, 6)));
    }

    @Test
    void messageReleasedAfterAReceiptIsUnread() {
        Conversation found = conversation(1, 3);

        assertThat(found.higher()).isEqualTo(new ParticipantState(new ReceiverState(1, 0, 0, 1), shown(2, 2)));
        assertThat(found.lower()).isEqualTo(new ParticipantState(ReceiverState.NEW, shown(2, 2)));
    }

    @Test
    void releasedMessageIsReadByTheSecondReceipt() {
        assertThat(conversation(1, 4).higher())
                .isEqualTo(new ParticipantState(new ReceiverState(0, 0, 0, 2), shown(2, 2)));
        assertThat(new JdbiStateAudit(store()).listReadings(new ConversationId(6)))
                .extracting(reading -> reading.upTo().value())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void heldMessageIsVisibleToItsSenderOnly() {
        assertThat(conversation(3, 3).lower())
                .isEqualTo(new ParticipantState(new ReceiverState(2, 1, 2, 0), shown(2, 2)));
        assertThat(conversation(3, 3).higher()).isEqualTo(ParticipantState.NEW);
        assertThat(conversation(2, 3).lower()).isEqualTo(new ParticipantState(ReceiverState.NEW, shown(1, 1)));
        assertThat(conversation(2, 3).higher())
                .isEqualTo(new ParticipantState(new ReceiverState(0, 1, 1, 0), NewestVisible.NOTHING));
    }

    @Test
    void upgradedNamesStayTakenAfterAnErasure() {
        JdbiUsers users = new JdbiUsers(store());
        UserId third = users.find(new Username("user3")).map(User::id).orElseThrow();

        Jdbi.create(database)
                .useHandle(handle -> handle.execute("DELETE FROM taken_name WHERE digest <> ALL (ARRAY["
                        + "sha256('user1'), sha256('user2')])")); // as if a node of before v1 had let
        // the others in runningDuringFind
        boolean before = users.isTaken(new Username("user3"));
        users.erase(third);

        assertThat(before).isTrue();
        assertThat(Stream.of("user1", "user2", "user3", "user4").map(Username::new))
                .allMatch(users::isTaken);
        assertThat(users.register(new Username("user3"), new PasswordHash("$fake$"), Instant.EPOCH))
                .isEmpty();
        assertThat(users.register(new Username("user4"), new PasswordHash("$fake$"), Instant.EPOCH))
                .isEmpty();
        assertThat(users.isTaken(new Username("user5"))).isFalse();
    }

    @Test
    void everyCountIsConsistentAfterTheUpgrade() {
        StateStore store = store();

        CheckDataUseCase.Report report = new CheckDataService(
                        new JdbiUnitOfWork(store), new JdbiStateAudit(store), new JdbiConversations(store))
                .check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.conversations()).isEqualTo(6);
        assertThat(report.messages()).isEqualTo(13);
        assertThat(report.users()).isEqualTo(4);
    }

    @Test
    void secondMigrationChangesNothing() {
        List<Conversation> before = new JdbiStateAudit(store()).listConversations(Optional.empty(), 10);

        Migration.STATE.apply(database);

        assertThat(new JdbiStateAudit(store()).listConversations(Optional.empty(), 10))
                .isEqualTo(before);
    }

    private static Conversation conversation(long one, long other) {
        return new JdbiConversations(store())
                .find(Participants.of(new UserId(one), new UserId(other)))
                .orElseThrow();
    }

    private static StateStore store() {
        return new StateStore(Jdbi.create(database));
    }

    private static NewestVisible shown(long place, long second) {
        return new NewestVisible(place, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second));
    }
}
