/** Emulates Python's conversions of text and numbers, which the legacy API exposes. */
package dev.parley.adapters.rest.legacy.python;
