package dev.parley.adapters.rest.v1.json;

/** A body that v1 answers with: a record, whose components are its fields in snake case. */
public interface V1Body {}
