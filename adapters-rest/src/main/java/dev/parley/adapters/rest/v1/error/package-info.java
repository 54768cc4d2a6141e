/** The one form in which it is said that something went wrong (RFC 9457). */
package dev.parley.adapters.rest.v1.error;
