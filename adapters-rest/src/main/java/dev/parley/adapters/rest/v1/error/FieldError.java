package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.problem.FieldFlaw;

/**
 * One error in one field.
 *
 * @param field its name; empty for the body as a whole
 * @param message one sentence, which contains nothing of the value
 */
public record FieldError(String field, FieldFlaw flaw, String message) {}
