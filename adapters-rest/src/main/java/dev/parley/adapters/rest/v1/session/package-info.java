/** Logins and sessions. */
package dev.parley.adapters.rest.v1.session;
