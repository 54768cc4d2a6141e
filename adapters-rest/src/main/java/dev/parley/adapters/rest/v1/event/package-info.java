/** What clients are told of events, whichever way they follow them. */
package dev.parley.adapters.rest.v1.event;
