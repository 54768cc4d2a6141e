package dev.parley.adapters.rest.v1.json;

/** A response body of v1: a record whose components become fields in snake case. */
public interface V1Body {}
