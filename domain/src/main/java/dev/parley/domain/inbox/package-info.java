/** The conversations of one user and their unread messages. */
package dev.parley.domain.inbox;
