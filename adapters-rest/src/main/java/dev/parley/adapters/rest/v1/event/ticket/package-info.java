/** Tickets that open a stream for clients that cannot send headers. */
package dev.parley.adapters.rest.v1.event.ticket;
