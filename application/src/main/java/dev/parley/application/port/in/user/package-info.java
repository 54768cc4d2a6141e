/** What callers may ask of the core about users. */
package dev.parley.application.port.in.user;
