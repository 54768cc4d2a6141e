/** Failures and their translation into the error format of an API. */
package dev.parley.adapters.rest.error;
