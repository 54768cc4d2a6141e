package dev.parley.planted.adapters.rest;

import dev.parley.planted.Breaks;

@Breaks("09-jdbi-is-in-persistence")
final class JdbiHandler {}
