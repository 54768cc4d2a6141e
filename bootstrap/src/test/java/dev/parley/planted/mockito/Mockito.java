package dev.parley.planted.mockito;

/** Stands for a library that is not even among our dependencies. */
public interface Mockito {}
