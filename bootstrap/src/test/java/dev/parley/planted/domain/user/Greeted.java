package dev.parley.planted.domain.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.domain.shared.Greeting;

/** Completes a cycle of packages. */
@Breaks("05-packages-have-no-cycles")
public record Greeted(Greeting by) {}
