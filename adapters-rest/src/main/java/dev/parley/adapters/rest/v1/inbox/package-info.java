/** The list of the caller's conversations. */
package dev.parley.adapters.rest.v1.inbox;
