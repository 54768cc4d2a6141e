package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.session.CachedSessions;
import dev.parley.adapters.persistence.session.JdbiSessions;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node keeps of sessions and users, and what the others tell it of them. */
final class ToldAccountsTest extends WithStores {

    private static final Username ANNA = new Username("anna");
    private static final TokenDigest DIGEST = new TokenDigest("0".repeat(64));
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final JdbiStores here = JdbiStores.serving(POSTGRES.emptied(), Ticker.systemTicker(), 1000);
    private final JdbiStores there = JdbiStores.serving(POSTGRES, Ticker.systemTicker(), 1000);
    private UserId anna;
    private Session session;

    @Override
    protected Stores openStores() {
        return here;
    }

    @BeforeEach
    void keep() {
        here.startAndAwait();
        anna = registered("anna");
        session = here.sessions()
                .open(new NewSession(DIGEST, anna, Optional.empty(), NOW, NOW.plus(Duration.ofDays(1)), ORIGIN));
        assertThat(here.sessions().find(DIGEST)).contains(session);
        assertThat(here.users().find(ANNA)).isPresent();
    }

    @Test
    void aSessionThatEndsElsewhereIsRefusedWithinASecond() {
        there.sessions().close(anna, session.id());

        await().atMost(A_SECOND)
                .untilAsserted(() -> assertThat(here.sessions().find(DIGEST)).isEmpty());
    }

    @Test
    void whoIsErasedElsewhereIsGoneWithinASecond() {
        there.unitOfWork().execute(() -> {
            there.users().erase(anna);
            return anna;
        });

        await().atMost(A_SECOND)
                .untilAsserted(() -> assertThat(here.users().find(ANNA)).isEmpty());
    }

    /** Nothing but the database's own word tells this node then that it has ended the session itself. */
    @Test
    void aSessionThatEndsHereIsRefusedThoughTheAnswerToTheCommitIsLost() {
        try (BadLink link = BadLink.to(POSTGRES)) {
            StateStore store = new StateStore(Jdbi.create(link.dataSource()));
            Sessions sessions =
                    new CachedSessions(new JdbiSessions(store), store, here.signals(), Ticker.systemTicker());
            link.loseNextCommit();

            assertThatThrownBy(() -> sessions.close(anna, session.id())).isInstanceOf(UnavailableException.class);
        }

        await().atMost(A_SECOND)
                .untilAsserted(() -> assertThat(here.sessions().find(DIGEST)).isEmpty());
    }

    /** Whatever was told in between was told to nobody here. */
    @Test
    void entriesFromBeforeADisconnectAreLoadedAgain() {
        Instant since = here.signals().listeningSince().orElseThrow();

        new JdbiSessions(POSTGRES.stateStore()).close(anna, session.id()); // without a word
        assertThat(here.sessions().find(DIGEST)).contains(session);
        POSTGRES.breakConnections(PostgresExtension.STATE);
        await().until(() ->
                here.signals().listeningSince().filter(since::isBefore).isPresent());

        assertThat(here.sessions().find(DIGEST)).isEmpty();
    }

    @Test
    void whoNoLongerListensKeepsNothing() {
        here.signals().close();
        new JdbiSessions(POSTGRES.stateStore()).close(anna, session.id());

        assertThat(here.sessions().find(DIGEST)).isEmpty();
    }
}
