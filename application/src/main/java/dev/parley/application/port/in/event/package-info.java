/** What callers may ask of the core about events. */
package dev.parley.application.port.in.event;
