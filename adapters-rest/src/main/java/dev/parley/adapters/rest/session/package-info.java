/** Asks the core whose token it is that a request brings. */
package dev.parley.adapters.rest.session;
