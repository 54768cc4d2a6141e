/** What callers may ask of the core about blocks. */
package dev.parley.application.port.in.block;
