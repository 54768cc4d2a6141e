package dev.parley.planted.application.port.out.block;

import dev.parley.planted.Breaks;

/** Nobody has written down what adapters must do. */
@Breaks("10-out-ports-have-contracts")
public interface Bans {}
