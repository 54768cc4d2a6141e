/** What callers may ask of the core about the erasing of accounts. */
package dev.parley.application.port.in.erasure;
