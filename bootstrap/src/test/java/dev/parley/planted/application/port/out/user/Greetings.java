package dev.parley.planted.application.port.out.user;

import dev.parley.planted.Breaks;

/** Only one adapter runs its contract. */
@Breaks("10-out-ports-have-contracts")
public interface Greetings {}
