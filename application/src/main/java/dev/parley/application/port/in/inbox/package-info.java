/** What callers may ask of the core about inboxes. */
package dev.parley.application.port.in.inbox;
