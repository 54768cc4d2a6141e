/** The event log of every user, and how its readers are told to look. */
package dev.parley.adapters.persistence.event;
