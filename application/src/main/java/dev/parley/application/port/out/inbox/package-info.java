/** What the core needs to know all conversations of a user. */
package dev.parley.application.port.out.inbox;
