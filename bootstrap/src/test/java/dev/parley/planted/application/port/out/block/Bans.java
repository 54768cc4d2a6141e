package dev.parley.planted.application.port.out.block;

import dev.parley.planted.Breaks;

/** A port without a contract. */
@Breaks("10-out-ports-have-contracts")
public interface Bans {}
