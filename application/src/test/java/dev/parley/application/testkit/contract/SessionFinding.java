package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.domain.limit.Network;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link SessionsContract} for open sessions: stored as opened, found, and last seen. */
abstract class SessionFinding extends WithSessions {

    private static final Duration TICK = Duration.ofNanos(1000);

    @Test
    protected void openedSessionIsLastSeenAtItsCreation() {
        Optional<DeviceName> device = Optional.of(new DeviceName("Anna's phone"));

        Session session = stores.sessions().open(new NewSession(digest(1), anna, device, NOW, EXPIRY, ORIGIN));

        assertThat(session).isEqualTo(new Session(session.id(), anna, device, ORIGIN.address(), NOW, NOW, EXPIRY));
    }

    @Test
    protected void anOpenSessionIsFoundByItsDigest() {
        Session first = open(1, anna);
        Session second = open(2, anna);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(found(1)).contains(first);
        assertThat(found(2)).contains(second);
    }

    @Test
    protected void findIsEmptyForAnUnknownDigest() {
        open(1, anna);

        assertThat(found(2)).isEmpty();
    }

    @Test
    protected void anExpiredSessionIsFound() {
        Session expired = open(1, anna, NOW.plus(TICK));

        assertThat(found(1)).contains(expired);
    }

    @Test
    protected void anyOriginIsAccepted() {
        Origin longest = new Origin(
                Optional.of("a".repeat(Origin.MAX_ADDRESS)),
                Optional.of(UnusualText.astral(Origin.MAX_USER_AGENT)),
                Optional.empty());
        Origin strange = new Origin(Optional.of("unix:/\0"), Optional.of("'; --\0\uD800"), Optional.empty());

        Session one = open(1, longest);
        Session two = open(2, Origin.operator());
        Session three = open(3, strange);

        assertThat(found(1)).contains(one);
        assertThat(found(2)).contains(two);
        assertThat(found(3)).contains(three);
        assertThat(List.of(one, two, three))
                .extracting(Session::address)
                .containsExactly(longest.address(), Optional.empty(), strange.address());
    }

    @Test
    protected void deviceNameIsReadUnchanged() {
        List<DeviceName> names = UnusualText.all().stream()
                .filter(text -> DeviceName.flawsOf(text).isEmpty())
                .map(DeviceName::new)
                .toList();
        DeviceName longest = new DeviceName(UnusualText.astral(DeviceName.MAX_LENGTH));

        for (int number = 0; number < names.size(); number++) {
            assertThat(deviceOf(number, names.get(number))).contains(names.get(number));
        }
        assertThat(deviceOf(names.size(), longest)).contains(longest);
    }

    @Test
    protected void seeStoresLastSeenAndExpiry() {
        Session other = open(2, anna);
        Session seen = seen(open(1, anna));

        stores.sessions().see(seen);

        assertThat(found(1)).contains(seen);
        assertThat(found(2)).contains(other);
    }

    @Test
    protected void seeStoresNothingElse() {
        Session session = open(1, anna);
        Session changed = new Session(
                session.id(),
                bo,
                Optional.of(new DeviceName("another")),
                Optional.of("another"),
                NOW.plusSeconds(1),
                seen(session).lastSeenAt(),
                seen(session).expiresAt());

        stores.sessions().see(changed);

        assertThat(found(1)).contains(seen(session));
    }

    @Test
    protected void seeDoesNothingToAClosedSession() {
        Session session = open(1, anna);
        stores.sessions().close(anna, session.id());

        stores.sessions().see(seen(session));

        assertThat(found(1)).isEmpty();
    }

    @Test
    protected void aSessionIsFoundByItsUserAndId() {
        Session session = open(1, anna);
        Session expired = open(2, anna, NOW.minus(TICK));

        assertThat(stores.sessions().find(anna, session.id())).contains(session);
        assertThat(stores.sessions().find(anna, expired.id())).contains(expired);
        assertThat(stores.sessions().find(bo, session.id())).isEmpty();
        assertThat(stores.sessions().find(anna, new SessionId(Long.MAX_VALUE))).isEmpty();
        stores.sessions().close(anna, session.id());
        assertThat(stores.sessions().find(anna, session.id())).isEmpty();
    }

    @Test
    protected void openSessionIsFoundForItsNetwork() {
        open(1, from("192.0.2.1"));
        open(2, from("2001:db8:1:2::3"));
        open(3, from("2001:db8:1:2::4"));
        open(4, Origin.operator());

        assertThat(isOpenFrom("anna", "192.0.2.1", NOW)).isTrue();
        assertThat(isOpenFrom("anna", "::ffff:192.0.2.1", NOW)).isTrue();
        assertThat(isOpenFrom("anna", "2001:db8:1:2:ffff::", NOW)).isTrue();
        assertThat(stores.sessions().isOpenFrom(new Username("anna"), Network.UNKNOWN, NOW))
                .isTrue();
        assertThat(isOpenFrom("anna", "192.0.2.2", NOW)).isFalse();
        assertThat(isOpenFrom("anna", "2001:db8:1:3::3", NOW)).isFalse();
        assertThat(isOpenFrom("bo", "192.0.2.1", NOW)).isFalse();
        assertThat(isOpenFrom("nobody", "192.0.2.1", NOW)).isFalse();
    }

    @Test
    protected void endedSessionIsNotFoundForItsNetwork() {
        Session closed = open(1, from("192.0.2.1"));
        open(2, from("192.0.2.2"));
        stores.sessions().close(anna, closed.id());

        assertThat(isOpenFrom("anna", "192.0.2.1", NOW)).isFalse();
        assertThat(isOpenFrom("anna", "192.0.2.2", EXPIRY.minus(TICK))).isTrue();
        assertThat(isOpenFrom("anna", "192.0.2.2", EXPIRY)).isFalse();
    }

    @Test
    protected void unknownTokenIsNotFamiliar() {
        Session session = open(1, anna);

        assertThat(found(2)).isEmpty();
        assertThat(stores.sessions().isFamiliar(digest(1))).isFalse();
        assertThat(stores.sessions().isFamiliar(digest(2))).isFalse();
        assertThat(found(1)).contains(session);
        stores.sessions().close(anna, session.id());
        assertThat(found(1)).isEmpty();
        assertThat(stores.sessions().isFamiliar(digest(1))).isFalse();
    }

    private boolean isOpenFrom(String user, String address, Instant now) {
        return stores.sessions().isOpenFrom(new Username(user), Network.of(Optional.of(address)), now);
    }

    private static Origin from(String address) {
        return new Origin(Optional.of(address), Optional.empty(), Optional.empty());
    }

    private Session open(int number, Origin origin) {
        return stores.sessions().open(new NewSession(digest(number), anna, Optional.empty(), NOW, EXPIRY, origin));
    }

    private Optional<DeviceName> deviceOf(int number, DeviceName name) {
        stores.sessions().open(new NewSession(digest(number), anna, Optional.of(name), NOW, EXPIRY, ORIGIN));
        return found(number).flatMap(Session::device);
    }
}
