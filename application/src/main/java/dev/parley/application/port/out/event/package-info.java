/** The event log of each user, its epochs, and the signals for new events. */
package dev.parley.application.port.out.event;
