/** What callers may ask of the core about conversations. */
package dev.parley.application.port.in.conversation;
