package dev.parley.planted.application.port.in.user;

import dev.parley.planted.Breaks;

/** Asks for something, under a name of its own. */
@Breaks("09-in-ports-are-use-cases")
public interface Greeter {

    /** Does it itself. */
    @Breaks("03-ports-hold-no-code")
    final class Polite implements Greeter {}
}
