package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link UsersContract} for registration: of all users who want a name, one gets it. */
abstract class UserRegistering extends WithStores {

    private static final Username ANNA = new Username("anna");
    private static final PasswordHash OTHER = UserPasswords.OTHER;

    @Test
    protected void registerCreatesAUserWithTheName() {
        User user = register(ANNA).orElseThrow();

        assertThat(user).isEqualTo(new User(user.id(), ANNA, NOW));
        assertThat(stores.users().find(ANNA)).contains(user);
    }

    @Test
    protected void userIdsDiffer() {
        assertThat(registered("anna")).isNotEqualTo(registered("bo"));
    }

    @Test
    protected void registerIsRefusedForATakenName() {
        User first = register(ANNA).orElseThrow();

        assertThat(stores.users().register(ANNA, OTHER, NOW.plusSeconds(1))).isEmpty();

        assertThat(stores.users().find(ANNA)).contains(first);
        assertThat(stores.users().findCredentials(ANNA)).contains(new Credentials(first.id(), HASH));
    }

    @Test
    protected void registeredNameIsTaken() {
        assertThat(stores.users().isTaken(ANNA)).isFalse();

        registered("anna");

        assertThat(stores.users().isTaken(ANNA)).isTrue();
        assertThat(stores.users().isTaken(new Username("Anna"))).isFalse();
        assertThat(stores.users().isTaken(new Username("ann"))).isFalse();
    }

    @Test
    protected void aRefusedRegistrationLeavesItsUnitOfWorkUsable() {
        UserId anna = registered("anna");

        inUnitOfWork(() -> {
            assertThat(register(ANNA)).isEmpty();
            stores.outbox().record(Activity.by(anna, ActivityType.SIGN_UP, NOW, ORIGIN));
        });

        assertThat(waiting()).hasSize(1);
    }

    @Test
    protected void ofConcurrentRegistrationsOfANameOneSucceeds() {
        List<User> winners = Collections.synchronizedList(new ArrayList<>());

        ConcurrentRun.of(8, 10)
                .run((thread, step) -> register(new Username("name" + step)).ifPresent(winners::add));

        assertThat(winners).extracting(User::username).doesNotHaveDuplicates().hasSize(10);
        assertThat(winners)
                .allSatisfy(winner ->
                        assertThat(stores.users().find(winner.username())).contains(winner));
    }

    @Test
    protected void ofConcurrentRegistrationsInUnitsOfWorkOnlyTheSuccessfulOneIsRecorded() {
        ConcurrentRun.of(8, 5)
                .run((thread, step) -> inUnitOfWork(() -> register(new Username("name" + step))
                        .ifPresent(user ->
                                stores.outbox().record(Activity.by(user.id(), ActivityType.SIGN_UP, NOW, ORIGIN)))));

        assertThat(waiting()).hasSize(5);
    }

    @Test
    protected void nameThatDiffersOnlyInCaseIsTakenWhenIgnoringCase() {
        registered("zoé");
        Username inUpperCase = new Username("ZOÉ");

        assertThat(stores.users().isTaken(inUpperCase, NameComparison.IGNORING_CASE))
                .isTrue();
        assertThat(registerInAnyCase(inUpperCase)).isEmpty();
        assertThat(stores.users().find(inUpperCase)).isEmpty();
        assertThat(stores.users().isTaken(inUpperCase)).isFalse();
        assertThat(register(inUpperCase)).isPresent();
        assertThat(registerInAnyCase(new Username("zoe"))).isPresent();
        assertThat(register(new Username("zoe"))).isEmpty();
    }

    @Test
    protected void ofConcurrentRegistrationsThatDifferOnlyInCaseOneSucceeds() {
        List<User> winners = Collections.synchronizedList(new ArrayList<>());

        ConcurrentRun.of(8, 20)
                .run((thread, step) ->
                        inUnitOfWork(() -> registerInAnyCase(new Username((thread % 2 == 0 ? "Zoe" : "zoe") + step))
                                .ifPresent(winners::add)));

        assertThat(winners)
                .extracting(winner -> winner.username().folded())
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(winners)
                .allSatisfy(winner ->
                        assertThat(stores.users().find(winner.username())).contains(winner));
    }

    @Test
    protected void concurrentRegistrationsMayCompareNamesDifferently() {
        List<User> winners = Collections.synchronizedList(new ArrayList<>());

        ConcurrentRun.of(8, 20).run((thread, step) -> {
            Username name = new Username((thread % 2 == 0 ? "Zoe" : "zoe") + step);
            Optional<User> registered = thread < 4 ? registerInAnyCase(name) : register(name);
            registered.ifPresent(winners::add);
        });

        assertThat(winners).extracting(User::username).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    protected void nameIsFreeInAnyCaseAfterARollback() {
        undone(() -> registerInAnyCase(ANNA));

        assertThat(registerInAnyCase(new Username("ANNA"))).isPresent();
    }

    @Test
    protected void nameIsFreeAfterARollback() {
        undone(() -> register(ANNA));

        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().isTaken(ANNA)).isFalse();
        assertThat(register(ANNA)).isPresent();
    }

    private Optional<User> registerInAnyCase(Username name) {
        return stores.users().register(name, NameComparison.IGNORING_CASE, HASH, NOW);
    }

    private Optional<User> register(Username name) {
        return stores.users().register(name, HASH, NOW);
    }
}
