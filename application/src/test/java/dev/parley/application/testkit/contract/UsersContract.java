package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contract for users: a name belongs to one user permanently, exactly as typed. */
public abstract class UsersContract extends WithStores {

    private static final Username ANNA = new Username("anna");

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

    private Optional<User> register(Username name) {
        return stores.users().register(name, HASH, NOW);
    }

    @Nested
    final class Registering extends UserRegistering {
        @Override
        protected Stores openStores() {
            return UsersContract.this.stores;
        }
    }

    @Nested
    final class Passwords extends UserPasswords {
        @Override
        protected Stores openStores() {
            return UsersContract.this.stores;
        }
    }

    @Nested
    final class Search extends UserSearch {
        @Override
        protected Stores openStores() {
            return UsersContract.this.stores;
        }
    }

    @Nested
    final class Erasing extends UserErasing {
        @Override
        protected Stores openStores() {
            return UsersContract.this.stores;
        }
    }
}
