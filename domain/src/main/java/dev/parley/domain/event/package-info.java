/** What the devices of a user must learn, in an order without gaps. */
package dev.parley.domain.event;
