/**
 * The words in which resources and records say of themselves what their code does not. They know nobody who uses them;
 * {@code openapi} reads them and makes the document.
 */
package dev.parley.adapters.rest.v1.description;
