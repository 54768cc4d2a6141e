package dev.parley.planted.adapters.persistence.shared;

/** Breaks no rule by itself. */
public class StateStore {}
