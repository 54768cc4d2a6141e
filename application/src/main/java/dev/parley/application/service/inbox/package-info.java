/** All conversations of a user. */
package dev.parley.application.service.inbox;
