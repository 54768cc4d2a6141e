package dev.parley.planted.domain.shared;

import dev.parley.planted.Breaks;
import dev.parley.planted.domain.user.Greeted;
import java.util.Optional;

/** Shared code that uses a feature. */
@Breaks({"05-features-use-few-others", "05-packages-have-no-cycles"})
public record Greeting(Optional<Greeted> last) {
    static final Class<?> CIRCLE = Greeted.class;
}
