package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.World;
import dev.parley.domain.user.User;
import org.junit.jupiter.api.Test;

final class FindUserServiceTest {

    private final World world = World.empty();

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
}
