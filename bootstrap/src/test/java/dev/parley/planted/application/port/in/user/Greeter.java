package dev.parley.planted.application.port.in.user;

import dev.parley.planted.Breaks;

/** An in-port without the suffix UseCase or Queries. */
@Breaks("09-in-ports-are-use-cases-or-queries")
public interface Greeter {

    /** A port with code. */
    @Breaks("03-ports-hold-no-code")
    final class Polite implements Greeter {}
}
