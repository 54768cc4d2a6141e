/** The loop that relays activities to the log store. */
package dev.parley.bootstrap.relay;
