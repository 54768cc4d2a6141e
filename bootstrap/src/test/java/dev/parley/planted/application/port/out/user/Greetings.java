package dev.parley.planted.application.port.out.user;

import dev.parley.planted.Breaks;

/** Its contract is run by one adapter alone. */
@Breaks("10-out-ports-have-contracts")
public interface Greetings {}
