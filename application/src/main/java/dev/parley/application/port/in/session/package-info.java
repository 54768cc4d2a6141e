/** What callers may ask of the core about sessions. */
package dev.parley.application.port.in.session;
