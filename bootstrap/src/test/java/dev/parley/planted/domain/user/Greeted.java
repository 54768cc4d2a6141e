package dev.parley.planted.domain.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.domain.shared.Greeting;

/** Closes a circle. */
@Breaks("05-packages-have-no-cycles")
public record Greeted(Greeting by) {}
