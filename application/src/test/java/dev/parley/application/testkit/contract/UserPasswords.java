package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link UsersContract} for password hashes: a known hash is replaced only if it is current and not confirmed
 * elsewhere.
 */
abstract class UserPasswords extends WithStores {

    protected static final PasswordHash OTHER =
            new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA+/=\\'\"");

    @Test
    protected void aPasswordHashCanBeReplaced() {
        UserId anna = registered("anna");
        UserId bo = registered("bo");

        stores.users().replacePasswordHash(anna, OTHER);

        assertThat(stores.users().findCredentials(new Username("anna"))).contains(new Credentials(anna, OTHER));
        assertThat(stores.users().findCredentials(anna)).contains(new Credentials(anna, OTHER));
        assertThat(stores.users().findCredentials(new Username("bo"))).contains(new Credentials(bo, HASH));
    }

    @Test
    protected void replacingThePasswordHashOfAnUnknownUserHasNoEffect() {
        stores.users().replacePasswordHash(new UserId(Long.MAX_VALUE), OTHER);

        assertThat(stores.users().names(Set.of(new UserId(Long.MAX_VALUE)))).isEmpty();
    }

    @Test
    protected void aKnownPasswordHashIsReplacedOnce() {
        Credentials known = new Credentials(registered("anna"), HASH);
        UserId bo = registered("bo");

        assertThat(stores.users().replacePasswordHash(known, OTHER)).isTrue();
        assertThat(stores.users().replacePasswordHash(known, new PasswordHash("$late$")))
                .isFalse();

        assertThat(stores.users().findCredentials(known.user())).contains(new Credentials(known.user(), OTHER));
        assertThat(stores.users().findCredentials(bo)).contains(new Credentials(bo, HASH));
    }

    @Test
    protected void unknownUserHasNoPasswordHashToReplace() {
        Credentials unknown = new Credentials(new UserId(Long.MAX_VALUE), HASH);

        assertThat(stores.users().replacePasswordHash(unknown, OTHER)).isFalse();
        assertThat(confirmed(unknown)).isFalse();
    }

    @Test
    protected void ofConcurrentReplacementsOfAHashOneSucceeds() {
        Credentials known = new Credentials(registered("anna"), HASH);
        AtomicInteger replaced = new AtomicInteger();

        ConcurrentRun.of(6, 3).run((thread, step) -> {
            if (stores.users().replacePasswordHash(known, new PasswordHash("$by$" + thread))) {
                replaced.incrementAndGet();
            }
        });

        assertThat(replaced).hasValue(1);
    }

    @Test
    protected void confirmReportsWhetherCredentialsAreCurrent() {
        Credentials known = new Credentials(registered("anna"), HASH);

        assertThat(confirmed(known)).isTrue();
        assertThat(confirmed(known)).isTrue();
        stores.users().replacePasswordHash(known.user(), OTHER);
        assertThat(confirmed(known)).isFalse();
    }

    @Test
    protected void confirmRequiresAUnitOfWork() {
        Credentials known = new Credentials(registered("anna"), HASH);

        assertThatIllegalStateException().isThrownBy(() -> stores.users().confirm(known));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> stores.unitOfWork().snapshot(() -> stores.users().confirm(known)));
    }

    @Test
    protected void replacementWaitsForConfirmedCredentials() {
        Credentials known = new Credentials(registered("anna"), HASH);
        List<BackgroundTask<Boolean>> replacing = new ArrayList<>();

        inUnitOfWork(() -> {
            assertThat(stores.users().confirm(known)).isTrue();
            replacing.add(BackgroundTask.start(() -> stores.users().replacePasswordHash(known, OTHER)));
            assertThat(replacing).noneMatch(BackgroundTask::endsSoon);
        });

        assertThat(replacing).map(BackgroundTask::result).containsExactly(true);
    }

    @Test
    protected void confirmWaitsForAReplacementAndReturnsFalse() {
        Credentials known = new Credentials(registered("anna"), HASH);
        List<BackgroundTask<Boolean>> confirming = new ArrayList<>();

        inUnitOfWork(() -> {
            stores.users().replacePasswordHash(known, OTHER);
            confirming.add(BackgroundTask.start(() -> confirmed(known)));
            assertThat(confirming).noneMatch(BackgroundTask::endsSoon);
        });

        assertThat(confirming).map(BackgroundTask::result).containsExactly(false);
    }

    private boolean confirmed(Credentials known) {
        return stores.unitOfWork().execute(() -> stores.users().confirm(known));
    }
}
