package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.application.testkit.CountingPasswordHasher;
import dev.parley.application.testkit.CountingTokenMinter;
import dev.parley.application.testkit.FakePasswordHasher;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogInServiceTest {

    private static final Result REFUSED = new Result.InvalidCredentials();
    private static final Password WRONG = new Password("wrong password");
    private static final Password TOO_LONG = new Password("x".repeat(Password.MAX_LENGTH + 1));

    private static final DeviceName PHONE = new DeviceName("Anna's phone");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final CountingPasswordHasher hasher = new CountingPasswordHasher();
    private final LogInService service = new LogInService(
            world.stores().unitOfWork(),
            world.stores().locks(),
            world.stores().users(),
            hasher,
            world.stores().sessions(),
            new CountingTokenMinter(),
            world.stores().outbox(),
            UseCases.POLICY,
            world.clock());

    @Test
    void correctPasswordOpensASession() {
        Result.LoggedIn loggedIn = loggedIn();

        Session session = loggedIn.session();
        assertThat(session)
                .isEqualTo(new Session(
                        session.id(),
                        anna,
                        Optional.of(PHONE),
                        UseCaseFixture.ORIGIN.address(),
                        world.now(),
                        world.now(),
                        world.now().plus(Duration.ofDays(90))));
        assertThat(world.stores().sessions().find(loggedIn.token().digest())).contains(session);
        assertThat(hasher.work()).containsExactly("matches");
    }

    @Test
    void aValidLoginIsRecordedWithTheSessionThatItOpened() {
        Session session = loggedIn().session();

        assertThat(world.activities())
                .containsExactly(Activity.by(
                        anna, ActivityType.VALID_LOGIN, world.now(), UseCaseFixture.ORIGIN.with(session.id())));
    }

    @Test
    void everyLoginOpensAnotherSession() {
        Result.LoggedIn first = loggedIn();
        Result.LoggedIn second = loggedIn();

        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(world.stores().sessions().find(first.token().digest())).contains(first.session());
    }

    @Test
    void wrongPasswordIsRejectedAndRecordedForTheUser() {
        assertThat(logIn("anna", WRONG)).isEqualTo(REFUSED);

        assertThat(hasher.work()).containsExactly("matches");
        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.INVALID_LOGIN, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void unknownNameCostsAsMuchWorkAsAWrongPassword() {
        assertThat(logIn("unknown", WRONG)).isEqualTo(REFUSED);

        assertThat(hasher.work()).containsExactly("pretend");
        assertThat(world.activities())
                .containsExactly(Activity.loginOfUnknownUser("unknown", world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void invalidNameIsRejectedLikeAnUnknownOne() {
        assertThat(logIn("no name\0", WRONG)).isEqualTo(REFUSED);

        assertThat(hasher.work()).containsExactly("pretend");
        assertThat(world.activities())
                .extracting(activity -> activity.details().get(Activity.ATTEMPTED_USERNAME))
                .containsExactly("no name\uFFFD");
    }

    @Test
    void overlongPasswordIsRejectedWithoutHashing() {
        assertThat(logIn("anna", TOO_LONG)).isEqualTo(REFUSED);
        assertThat(logIn("unknown", TOO_LONG)).isEqualTo(REFUSED);

        assertThat(hasher.work()).isEmpty();
        assertThat(world.activities())
                .containsExactly(
                        Activity.by(anna, ActivityType.INVALID_LOGIN, world.now(), UseCaseFixture.ORIGIN),
                        Activity.loginOfUnknownUser("unknown", world.now(), UseCaseFixture.ORIGIN));
    }

    /** Such hashes are older than the normalisation of passwords; another keyboard may compose the characters differently. */
    @Test
    void hashOfTheTypedPasswordIsReplacedByOneOfTheNormalisedForm() {
        Password decomposed = new Password("pa\u0308sswo\u0308rd123");
        world.stores().users().replacePasswordHash(anna, new PasswordHash("fake$0$" + decomposed.value()));

        assertThat(logIn("anna", decomposed)).isInstanceOf(Result.LoggedIn.class);
        assertThat(logIn("anna", decomposed.normalised())).isInstanceOf(Result.LoggedIn.class);
        assertThat(logIn("anna", decomposed)).isInstanceOf(Result.LoggedIn.class);

        assertThat(hasher.work()).containsExactly("matches", "matches", "hash", "matches", "matches", "matches");
    }

    @Test
    void outdatedHashIsReplacedOnceByASuccessfulLogin() {
        world.stores().users().replacePasswordHash(anna, FakePasswordHasher.outdated(UseCaseFixture.PASSWORD.value()));

        loggedIn();
        loggedIn();

        assertThat(hasher.work()).containsExactly("matches", "hash", "matches");
        assertThat(hasher.isOutdated(hashOfAnna())).isFalse();
    }

    @Test
    void outdatedHashStaysWhenTheLoginIsRejected() {
        PasswordHash outdated = FakePasswordHasher.outdated(UseCaseFixture.PASSWORD.value());
        world.stores().users().replacePasswordHash(anna, outdated);

        assertThat(logIn("anna", WRONG)).isEqualTo(REFUSED);

        assertThat(hashOfAnna()).isEqualTo(outdated);
    }

    private PasswordHash hashOfAnna() {
        return world.stores()
                .users()
                .findCredentials(new Username("anna"))
                .orElseThrow()
                .hash();
    }

    private Result.LoggedIn loggedIn() {
        return (Result.LoggedIn) logIn("anna", UseCaseFixture.PASSWORD);
    }

    private Result logIn(String name, Password password) {
        return service.logIn(new Command(name, password, Optional.of(PHONE), UseCaseFixture.ORIGIN));
    }
}
