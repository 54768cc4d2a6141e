package dev.parley.planted.adapters.persistence.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.port.out.user.Greetings;

@Breaks("09-stores-are-called-jdbi")
final class PostgresGreetings implements Greetings {}
