/** One's own account. */
package dev.parley.adapters.rest.v1.me;
