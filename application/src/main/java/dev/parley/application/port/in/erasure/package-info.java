/** Use cases to erase accounts. */
package dev.parley.application.port.in.erasure;
