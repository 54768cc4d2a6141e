package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.application.testkit.BackgroundTask;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases of {@link UsersContract} for erasing users: a tombstone remains, and the name stays taken. */
abstract class UserErasing extends WithStores {

    private static final Username ANNA = new Username("anna");
    private static final PasswordHash OTHER = UserPasswords.OTHER;

    @Test
    protected void erasedUserHasATombstoneAsName() {
        UserId anna = registered("anna");
        User tombstone = new User(anna, Username.ofErased(anna), NOW);

        erase(anna);

        assertThat(stores.users().find(anna)).contains(tombstone);
        assertThat(stores.users().find(tombstone.username())).contains(tombstone);
        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().names(Set.of(anna))).isEqualTo(Map.of(anna, tombstone.username()));
    }

    @Test
    protected void otherUsersAreNotErased() {
        UserId bo = registered("bo");

        erase(registered("anna"));

        assertThat(stores.users().find(bo)).contains(new User(bo, new Username("bo"), NOW));
        assertThat(stores.users().findCredentials(bo)).contains(new Credentials(bo, HASH));
    }

    @Test
    protected void nameOfAnErasedUserStaysTaken() {
        UserId erased = registered("anna");
        erase(erased);

        assertThat(stores.users().isTaken(ANNA)).isTrue();
        assertThat(stores.users().register(ANNA, OTHER, NOW.plusSeconds(1))).isEmpty();

        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().findCredentials(ANNA)).isEmpty();
        assertThat(stores.users().register(new Username("aNNa"), NameComparison.IGNORING_CASE, OTHER, NOW))
                .isEmpty();
        assertThat(stores.users().isTaken(new Username("aNNa"), NameComparison.IGNORING_CASE))
                .isTrue();
        assertThat(registered("Anna")).isNotEqualTo(erased);
    }

    @Test
    protected void registrationDuringTheErasureDoesNotGetTheName() {
        UserId anna = registered("anna");
        List<BackgroundTask<Optional<User>>> asking = new ArrayList<>();

        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.users().erase(anna);
            asking.add(BackgroundTask.start(() -> stores.users().register(ANNA, OTHER, NOW)));
            asking.add(BackgroundTask.start(
                    () -> stores.unitOfWork().execute(() -> stores.users().register(ANNA, OTHER, NOW))));
        });

        assertThat(asking).map(BackgroundTask::result).containsOnly(Optional.empty());
        assertThat(stores.users().find(ANNA)).isEmpty();
    }

    @Test
    protected void erasedUserHasNoCredentialsAndCannotGetAny() {
        UserId anna = registered("anna");
        Credentials known = new Credentials(anna, HASH);
        erase(anna);

        stores.users().replacePasswordHash(anna, OTHER);

        assertThat(stores.users().replacePasswordHash(known, OTHER)).isFalse();
        assertThat(stores.users().findCredentials(anna)).isEmpty();
        assertThat(stores.users().findCredentials(ANNA)).isEmpty();
        assertThat(stores.users().findCredentials(Username.ofErased(anna))).isEmpty();
        inUnitOfWork(() -> assertThat(stores.users().confirm(known)).isFalse());
    }

    @Test
    protected void eraseWaitsForConfirmedCredentials() {
        UserId anna = registered("anna");
        List<BackgroundTask<Instant>> erasing = new ArrayList<>();

        inUnitOfWork(() -> {
            assertThat(stores.users().confirm(new Credentials(anna, HASH))).isTrue();
            erasing.add(BackgroundTask.start(() -> {
                erase(anna);
                return NOW;
            }));
            assertThat(erasing.getFirst().endsSoon()).isFalse();
        });

        assertThat(erasing.getFirst().result()).isEqualTo(NOW);
        assertThat(stores.users().findCredentials(anna)).isEmpty();
    }

    @Test
    protected void erasedUserIsNotListedByPrefix() {
        UserId anna = registered("anna");
        registered("annabel");

        erase(anna);

        assertThat(stores.users().listByPrefix(ANNA, Optional.empty(), 10))
                .extracting(User::username)
                .containsExactly(new Username("annabel"));
    }

    @Test
    protected void erasedUserCanNeitherSendNorReceive() {
        UserId anna = registered("anna");
        UserId bo = registered("bo");
        send(anna, bo, "before");
        erase(anna);

        assertThat(stores.sending().send(draft(anna, bo, "as anna", NOW))).isEqualTo(new SendResult.NoSuchSender());
        assertThat(stores.sending().send(draft(bo, anna, "to anna", NOW))).isEqualTo(new SendResult.NoSuchReceiver());
        assertThat(stores.sending().send(draft(anna, anna, "note", NOW))).isEqualTo(new SendResult.NoSuchSender());

        assertThat(visible(anna, bo)).hasSize(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    protected void anErasedUserCanStillBeLocked() {
        UserId anna = registered("anna");
        erase(anna);

        inUnitOfWork(() -> stores.locks().lock(anna, anna));

        assertThat(stores.users().find(anna)).map(User::isErased).contains(true);
    }

    @Test
    protected void rolledBackErasureHasNoEffect() {
        UserId anna = registered("anna");

        undone(() -> erase(anna));

        assertThat(stores.users().find(ANNA)).map(User::id).contains(anna);
        assertThat(stores.users().isTaken(ANNA)).isTrue();
        assertThat(stores.users().findCredentials(anna)).contains(new Credentials(anna, HASH));
        assertThat(send(anna, anna, "note").isHeld()).isFalse();
    }

    @Test
    protected void erasingAnUnknownUserIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inUnitOfWork(() -> stores.users().erase(new UserId(Long.MAX_VALUE))));
    }

    private void erase(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.users().erase(user);
        });
    }
}
