/** Tickets that open a stream where no header can be sent. */
package dev.parley.adapters.rest.v1.event.ticket;
