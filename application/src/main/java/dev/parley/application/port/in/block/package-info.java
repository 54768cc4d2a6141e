/** Use cases to block and unblock users. */
package dev.parley.application.port.in.block;
