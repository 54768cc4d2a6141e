/** The error format of v1 (RFC 9457). */
package dev.parley.adapters.rest.v1.error;
