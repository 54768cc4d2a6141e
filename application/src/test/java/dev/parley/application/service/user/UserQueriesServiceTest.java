package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.port.in.user.UserQueries.Search;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UserQueriesServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();

    @Test
    void aUserSeesTheirOwnProfile() {
        UserId anna = world.user("anna");
        world.user("bo");

        assertThat(world.app().users().get(anna)).isEqualTo(new User(anna, new Username("anna"), world.now()));
    }

    @Test
    void unknownUserThrows() {
        assertThatThrownBy(() -> world.app().users().get(new UserId(Long.MAX_VALUE)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aUserIsFoundByTheExactName() {
        world.user("anna");

        assertThat(world.app().users().find("anna").map(User::username)).hasToString("Optional[anna]");
        assertThat(world.app().users().find("Anna")).isEmpty();
    }

    @Test
    void invalidNameIsNotFound() {
        assertThat(world.app().users().find("")).isEmpty();
        assertThat(world.app().users().find("no name\0")).isEmpty();
    }

    @Test
    void nameStaysTakenAfterItsRegistration() {
        assertThat(isTaken("anna")).isFalse();

        world.user("anna");
        assertThat(isTaken("anna")).isTrue();

        world.erase(world.loggedIn("anna"));
        assertThat(isTaken("anna")).isTrue();
    }

    @Test
    void invalidNameIsNotTaken() {
        assertThat(isTaken("")).isFalse();
        assertThat(isTaken("no name\0")).isFalse();
    }

    private boolean isTaken(String name) {
        return world.app().users().isTaken(name);
    }

    @Nested
    final class Searching {

        @BeforeEach
        void register() {
            List.of("anna", "annabel", "anne", "bo", "Ann").forEach(world::user);
        }

        @Test
        void usersAreFoundByTheBeginningOfTheirNames() {
            assertThat(search("ann", "", 10)).containsExactly("Ann", "anna", "annabel", "anne");
            assertThat(search("BO", "", 10)).containsExactly("bo");
            assertThat(search("c", "", 10)).isEmpty();
        }

        @Test
        void searchContinuesAfterTheLastName() {
            assertThat(search("ann", "", 3)).containsExactly("Ann", "anna", "annabel");
            assertThat(search("ann", "annabel", 2)).containsExactly("anne");
            assertThat(search("ann", "anne", 2)).isEmpty();
        }

        @Test
        void wildcardsAreMatchedLiterally() {
            assertThat(List.of("%", "a%", "_", "a_", "\\", "a\\", "*", "a*", "'"))
                    .allSatisfy(prefix -> assertThat(search(prefix, "", 10)).isEmpty());
        }

        @Test
        void invalidPrefixMatchesNoUser() {
            assertThat(List.of(" ", "ann ", "a\0", "\uD835", "🙂", "a".repeat(151)))
                    .allSatisfy(prefix -> assertThat(search(prefix, "", 10)).isEmpty());
        }

        @Test
        void noUserFollowsAnInvalidName() {
            assertThat(List.of(" ", "a\0", "\uD835"))
                    .allSatisfy(after -> assertThat(search("a", after, 10)).isEmpty());
        }

        @Test
        void emptyPrefixIsRejected() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Search("", "", 10));
        }

        @Test
        void aLimitOutOfRangeIsRefused() {
            assertThat(search("a", "", UserQueries.MAX_LIMIT)).isNotEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> search("a", "", 0));
            assertThatIllegalArgumentException().isThrownBy(() -> search("a", "", UserQueries.MAX_LIMIT + 1));
        }

        private List<String> search(String prefix, String after, int limit) {
            return world.app().users().search(new Search(prefix, after, limit)).stream()
                    .map(user -> user.username().value())
                    .toList();
        }
    }
}
