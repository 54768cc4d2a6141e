/** What callers may ask of the core about readings. */
package dev.parley.application.port.in.receipt;
