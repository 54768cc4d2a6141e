/** What can go wrong in v1, and the one form in which it is said (RFC 9457). */
package dev.parley.adapters.rest.v1.error;
