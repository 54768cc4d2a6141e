package dev.parley.planted.domain.user;

import dev.parley.planted.Breaks;
import org.slf4j.Logger;

@Breaks("01-domain-uses-itself")
record LoggingUser(Logger log) {}
