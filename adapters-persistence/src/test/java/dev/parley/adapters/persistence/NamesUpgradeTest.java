package dev.parley.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The names of a state store from before they were in Normalization Form C and compared without their case. */
final class NamesUpgradeTest {

    /** In the order of their ids. Some have a form in NFC that another user has, and one has none that is legal. */
    private static final List<String> OLD_NAMES =
            List.of("Zoé", "\u212Bsa", "\u1F71", "\u03AC", "\uF907x", "\uF908x", "\u0958", "\u1112\u1161\u11AB", "~8");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Jdbi jdbi;
    private static JdbiUsers users;

    @BeforeAll
    static void upgrade() {
        DataSource database = TestPostgres.instance().freshDatabase("upgraded_names");
        Migration.STATE.apply(database);
        jdbi = Jdbi.create(database);
        Migration.STATE.rollBack(database, changeSetsSinceThen());
        jdbi.useHandle(handle -> {
            OLD_NAMES.forEach(name -> handle.execute(
                    "INSERT INTO app_user (username, password_hash, registered_at) VALUES (?, '$fake$', now())", name));
            handle.execute("INSERT INTO taken_name SELECT sha256(convert_to(username, 'UTF8')) FROM app_user");
            handle.execute("INSERT INTO taken_name VALUES (sha256('erased')), (sha256('Erased_2'))");
        });
        Migration.STATE.apply(database);
        users = new JdbiUsers(new StateStore(jdbi));
    }

    private static int changeSetsSinceThen() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM databasechangelog WHERE filename >= 'parley/state/0019'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void upgradeNormalizesNamesWhoseFormIsFreeAndLegal() {
        List<String> names = jdbi.withHandle(
                handle -> handle.createQuery("SELECT username FROM app_user WHERE username <> 'Olga' ORDER BY id")
                        .mapTo(String.class)
                        .list());

        assertThat(names)
                .containsExactly("Zoé", "\u00C5sa", "\u1F71", "\u03AC", "\u9F9Cx", "\uF908x", "\u0958", "\uD55C", "~8");
        assertThat(users.find(new Username("A\u030Asa"))).isPresent();
        assertThat(users.isTaken(new Username("\uD55C"))).isTrue();
    }

    @Test
    void upgradedNamesAreFoundAndTakenInAnyCase() {
        assertThat(users.listByPrefix(new Username("ZO"), Optional.empty(), 10))
                .extracting(User::username)
                .containsExactly(new Username("Zoé"));
        assertThat(List.of("zOÉ", "\u00E5SA", "ERASED", "Erased_2"))
                .map(Username::new)
                .allSatisfy(name -> assertThat(users.register(
                                name, NameComparison.IGNORING_CASE, new PasswordHash("$"), Instant.EPOCH))
                        .isEmpty());
    }

    /** An older node does not store folded names. */
    @Test
    void userRegisteredByAnOlderNodeIsFoundAndTaken() {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO app_user (username, password_hash, registered_at) VALUES ('Olga', '$fake$', now())"));
        Username inLowerCase = new Username("olga");

        assertThat(users.listByPrefix(inLowerCase, Optional.empty(), 10)).hasSize(1);
        assertThat(users.isTaken(inLowerCase, NameComparison.IGNORING_CASE)).isTrue();
        assertThat(users.register(inLowerCase, NameComparison.IGNORING_CASE, new PasswordHash("$"), Instant.EPOCH))
                .isEmpty();
    }
}
