package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testkit.World;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class GetProfileServiceTest {

    private final World world = World.empty();

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
}
