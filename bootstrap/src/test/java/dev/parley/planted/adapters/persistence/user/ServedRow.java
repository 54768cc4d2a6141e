package dev.parley.planted.adapters.persistence.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.adapters.rest.Handler;
import dev.parley.planted.bootstrap.Starter;

@Breaks({"04-persistence-sees-out-ports", "04-bootstrap-is-not-used"})
record ServedRow(Handler handler, Starter starter) {}
