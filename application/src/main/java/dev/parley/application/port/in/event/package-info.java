/** Use cases to read events and to wait for new ones. */
package dev.parley.application.port.in.event;
