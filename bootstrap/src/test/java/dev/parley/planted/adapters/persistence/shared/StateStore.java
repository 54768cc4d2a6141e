package dev.parley.planted.adapters.persistence.shared;

/** Breaks nothing by itself. */
public class StateStore {}
