package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Command;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Result;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Target;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.Change;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevokeSessionServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final LoggedIn inUse = world.loggedIn("anna");
    private final LoggedIn other = world.loggedIn("anna");
    private final LoggedIn third = world.loggedIn("anna");

    @BeforeEach
    void forgetTheLogins() {
        world.forgetActivities();
    }

    @Test
    void onlyTheTokenOfTheRevokedSessionIsRejected() {
        assertThat(revoke(other)).isEqualTo(new Result.Revoked(1));

        assertThat(world.letsIn(other)).isFalse();
        assertThat(world.letsIn(inUse)).isTrue();
        assertThat(world.letsIn(third)).isTrue();
    }

    @Test
    void theRevocationOfAnotherSessionIsRecorded() {
        revoke(other);

        assertThat(world.activities()).containsExactly(revocationOf(other));
    }

    @Test
    void revokingTheCurrentSessionIsALogOut() {
        assertThat(revoke(inUse)).isEqualTo(new Result.Revoked(1));

        assertThat(world.letsIn(inUse)).isFalse();
        assertThat(world.letsIn(other)).isTrue();
        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.LOGOUT, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void sessionOfAnotherUserIsNotRevoked() {
        LoggedIn ofBo = loggedInBo();

        assertThat(revoke(ofBo)).isEqualTo(new Result.NoSuchSession());

        assertThat(world.letsIn(ofBo)).isTrue();
        assertThat(world.activities()).isEmpty();
    }

    @Test
    void unknownAndEndedSessionsAreReportedLikeThoseOfOtherUsers() {
        revoke(other);
        world.forgetActivities();

        assertThat(revoke(other)).isEqualTo(new Result.NoSuchSession());
        assertThat(revoke(new Target.One(new SessionId(Long.MAX_VALUE)))).isEqualTo(new Result.NoSuchSession());

        assertThat(world.activities()).isEmpty();
    }

    @Test
    void revokingOthersKeepsTheCurrentSessionAndThoseOfOtherUsers() {
        LoggedIn ofBo = loggedInBo();

        assertThat(revoke(new Target.Others())).isEqualTo(new Result.Revoked(2));

        assertThat(world.letsIn(inUse)).isTrue();
        assertThat(world.letsIn(other)).isFalse();
        assertThat(world.letsIn(third)).isFalse();
        assertThat(world.letsIn(ofBo)).isTrue();
        assertThat(world.activities()).containsExactly(revocationOf(other, third));
    }

    @Test
    void devicesAreNotifiedOfEveryEndedSession() {
        revoke(other);
        revoke(other);
        assertThat(world.changes(anna)).containsExactly(ended(other));

        LoggedIn fourth = world.loggedIn("anna");
        revoke(new Target.Others());
        assertThat(world.changes(anna)).containsExactly(ended(other), ended(third), ended(fourth));

        revoke(inUse);
        assertThat(world.changes(anna)).endsWith(ended(inUse)).hasSize(4);
    }

    private static Change ended(LoggedIn login) {
        return new Change.SessionRevoked(login.session().id());
    }

    @Test
    void revokingOthersWithoutOthersRecordsNothing() {
        revoke(new Target.Others());
        world.forgetActivities();

        assertThat(revoke(new Target.Others())).isEqualTo(new Result.Revoked(0));

        assertThat(world.activities()).isEmpty();
    }

    @Test
    void ofConcurrentRevocationsOneSucceeds() {
        ConcurrentLinkedQueue<Result> results = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 1).run((thread, step) -> results.add(revoke(other)));

        assertThat(results).filteredOn(new Result.Revoked(1)::equals).hasSize(1);
        assertThat(results).filteredOn(new Result.NoSuchSession()::equals).hasSize(7);
        assertThat(world.activities()).hasSize(1);
    }

    private LoggedIn loggedInBo() {
        world.user("bo");
        LoggedIn login = world.loggedIn("bo");
        world.forgetActivities();
        return login;
    }

    private Activity revocationOf(LoggedIn... logins) {
        List<SessionId> sessions =
                Stream.of(logins).map(login -> login.session().id()).toList();
        return Activity.revoking(anna, sessions, world.now(), UseCaseFixture.ORIGIN);
    }

    private Result revoke(LoggedIn login) {
        return revoke(new Target.One(login.session().id()));
    }

    private Result revoke(Target target) {
        return world.app()
                .revokeSession()
                .revoke(new Command(UseCaseFixture.caller(inUse), target, UseCaseFixture.ORIGIN));
    }
}
