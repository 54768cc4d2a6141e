/** Strict reading of request bodies, which reports all errors at once. */
package dev.parley.adapters.rest.v1.field;
