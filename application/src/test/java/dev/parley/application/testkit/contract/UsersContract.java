package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract for users: a name belongs to one user permanently, exactly as typed. */
public abstract class UsersContract extends UserErasing {

    private static final Username ANNA = new Username("anna");

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

    @Test
    protected void namesAreComparedExactly() {
        List<Username> names = List.of(
                        "info", "INFO", "Info", "ınfo", "İnfo", "straße", "strasse", "ﬁ", "fi", "ａ", "a", "é", "e", "Ω",
                        "ω", "用户", "用戶", "Ж", "ж", "عمر", "३", "3", "Ⅷ", "²", "𝒳", "𝓧", "a.b", "a-b", "a_b", "a+b",
                        "a@b")
                .stream()
                .map(Username::new)
                .toList();

        List<User> users =
                names.stream().map(name -> register(name).orElseThrow()).toList();

        assertThat(users).extracting(User::id).doesNotHaveDuplicates();
        assertThat(names).map(name -> stores.users().find(name).orElseThrow()).isEqualTo(users);
    }

    @Test
    protected void longestNameIsReadUnchanged() {
        Username longest = new Username("𝒳".repeat(Username.MAX_LENGTH));

        User user = register(longest).orElseThrow();

        assertThat(stores.users().find(longest)).contains(user);
        assertThat(stores.users().names(Set.of(user.id()))).containsEntry(user.id(), longest);
    }

    @Test
    protected void findIsEmptyForAnUnknownName() {
        registered("anna");

        assertThat(stores.users().find(new Username("ann"))).isEmpty();
        assertThat(stores.users().find(new Username("Anna"))).isEmpty();
        assertThat(stores.users().find(new Username("anna_"))).isEmpty();
        assertThat(stores.users().findCredentials(new Username("a_na"))).isEmpty();
    }

    @Test
    protected void aUserIsFoundByTheirId() {
        User anna = register(ANNA).orElseThrow();
        registered("bo");

        assertThat(stores.users().find(anna.id())).contains(anna);
        assertThat(stores.users().findCredentials(anna.id())).contains(new Credentials(anna.id(), HASH));
    }

    @Test
    protected void findIsEmptyForAnUnknownId() {
        registered("anna");
        UserId unknown = new UserId(Long.MAX_VALUE);

        assertThat(stores.users().find(unknown)).isEmpty();
        assertThat(stores.users().findCredentials(unknown)).isEmpty();
    }

    @Test
    protected void namesOmitsUnknownIds() {
        UserId anna = registered("anna");
        UserId bo = registered("bo");
        registered("carla");
        UserId unknown = new UserId(Long.MAX_VALUE);

        assertThat(stores.users().names(Set.of(anna, bo, unknown)))
                .isEqualTo(Map.of(anna, ANNA, bo, new Username("bo")));
        assertThat(stores.users().names(Set.of(unknown))).isEmpty();
        assertThat(stores.users().names(Set.of())).isEmpty();
    }

    @Test
    protected void namesTakesAsManyIdsAsALogPageCanHave() {
        UserId anna = registered("anna");
        Set<UserId> ids = LongStream.rangeClosed(1, 2000).mapToObj(UserId::new).collect(Collectors.toSet());
        ids.add(anna);

        assertThat(stores.users().names(ids)).containsExactly(Map.entry(anna, ANNA));
    }

    private Optional<User> registerInAnyCase(Username name) {
        return stores.users().register(name, NameComparison.IGNORING_CASE, HASH, NOW);
    }

    private Optional<User> register(Username name) {
        return stores.users().register(name, HASH, NOW);
    }
}
