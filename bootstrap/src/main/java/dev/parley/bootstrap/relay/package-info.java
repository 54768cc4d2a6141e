/** The loop that carries activities to the log store. */
package dev.parley.bootstrap.relay;
