package dev.parley.planted.adapters.rest;

import dev.parley.planted.Breaks;

@Breaks("09-queries-are-in-ports")
public interface HiddenQueries {}
