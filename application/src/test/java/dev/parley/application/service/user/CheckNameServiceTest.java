package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.World;
import org.junit.jupiter.api.Test;

final class CheckNameServiceTest {

    private final World world = World.empty();

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
}
