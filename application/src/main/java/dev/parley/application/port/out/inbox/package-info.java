/** Queries over all conversations of a user. */
package dev.parley.application.port.out.inbox;
