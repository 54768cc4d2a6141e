/** The conversations of a user as they are listed. */
package dev.parley.adapters.persistence.inbox;
