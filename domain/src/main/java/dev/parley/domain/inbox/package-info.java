/** All conversations of one user at a glance. */
package dev.parley.domain.inbox;
