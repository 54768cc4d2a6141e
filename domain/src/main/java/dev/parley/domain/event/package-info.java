/** Events for the devices of a user, numbered without gaps. */
package dev.parley.domain.event;
