package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.user.RegisterUserUseCase.Command;
import dev.parley.application.port.in.user.RegisterUserUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ThrottledRegisterUserServiceTest {

    private static final RateLimit LIMIT = new RateLimit("registrations", 5, Duration.ofHours(1), 5);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final RateLimitedUseCase<Command, Result> register = new ThrottledRegisterUserService(
            world.app().register(), world.stores().limits(), LIMIT, world.clock());

    @Test
    void fiveRegistrationsAnHourPerAddress() {
        for (int left = 4; left >= 0; left--) {
            Outcome<Result> result = register("name" + left, "192.0.2.1");
            assertThat(result).extracting("result").isInstanceOf(Result.Registered.class);
            assertThat(result.results().all())
                    .extracting(PermitResult::remaining)
                    .containsExactly(left);
        }

        Outcome<Result> refused = register("another", "192.0.2.1");
        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().untilNext()).isEqualTo(Duration.ofMinutes(12));
        assertThat(world.stores().users().find(new Username("another"))).isEmpty();
        assertThat(register("another", "192.0.2.2")).extracting("result").isInstanceOf(Result.Registered.class);
        world.secondsLater(Duration.ofMinutes(12).toSeconds());
        assertThat(register("yet-another", "192.0.2.1")).extracting("result").isInstanceOf(Result.Registered.class);
    }

    @Test
    void failedRegistrationDoesNotCount() {
        world.user("anna");
        for (int attempt = 0; attempt < 10; attempt++) {
            Outcome<Result> taken = register("anna", "192.0.2.1");
            assertThat(taken).extracting("result").isInstanceOf(Result.UsernameTaken.class);
            assertThat(taken.results().all())
                    .extracting(PermitResult::remaining)
                    .containsExactly(5);
            assertThat(register.execute(new Command(new Username("bo"), new Password("short"), origin("192.0.2.1"))))
                    .extracting("result")
                    .isInstanceOf(Result.WeakPassword.class);
        }

        assertThat(register("bo", "192.0.2.1")).extracting("result").isInstanceOf(Result.Registered.class);
    }

    @Test
    void attemptWithUnavailableHashingDoesNotCount() {
        RateLimitedUseCase<Command, Result> unhashed = new ThrottledRegisterUserService(
                command -> {
                    throw new UnavailableException(Dependency.PASSWORD_HASHING);
                },
                world.stores().limits(),
                LIMIT,
                world.clock());
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> unhashed.execute(
                            new Command(new Username("bo"), UseCaseFixture.PASSWORD, origin("192.0.2.1"))))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(register("bo", "192.0.2.1")).extracting("result").isInstanceOf(Result.Registered.class);
    }

    private Outcome<Result> register(String name, String address) {
        return register.execute(new Command(new Username(name), UseCaseFixture.PASSWORD, origin(address)));
    }

    private static Origin origin(String address) {
        return new Origin(Optional.of(address), Optional.empty(), Optional.empty());
    }
}
