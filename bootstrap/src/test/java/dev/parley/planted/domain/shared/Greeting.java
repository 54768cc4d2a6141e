package dev.parley.planted.domain.shared;

import dev.parley.planted.Breaks;
import dev.parley.planted.domain.user.Greeted;
import java.util.Optional;

/** What everybody shares speaks of one of them. */
@Breaks({"05-features-know-few-others", "05-packages-have-no-cycles"})
public record Greeting(Optional<Greeted> last) {
    static final Class<?> CIRCLE = Greeted.class;
}
