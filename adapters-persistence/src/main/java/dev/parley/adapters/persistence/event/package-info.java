/** The event log of each user, and the signals for new events. */
package dev.parley.adapters.persistence.event;
