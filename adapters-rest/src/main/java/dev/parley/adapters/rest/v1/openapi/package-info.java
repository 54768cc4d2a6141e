/**
 * The OpenAPI document, made at the start from the resources themselves: paths, methods and the need of a token from
 * their JAX-RS annotations, schemas from the records of requests and responses under the names that the mapper of v1
 * gives them, problems from their catalogue. What code cannot say of itself stands beside it, in the annotations of
 * {@code description}.
 */
package dev.parley.adapters.rest.v1.openapi;
