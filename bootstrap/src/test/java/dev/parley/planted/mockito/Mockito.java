package dev.parley.planted.mockito;

/** Stands for a library that is not a dependency. */
public interface Mockito {}
