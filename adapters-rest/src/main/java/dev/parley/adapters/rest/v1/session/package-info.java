/** Logging in, and where one is logged in. */
package dev.parley.adapters.rest.v1.session;
