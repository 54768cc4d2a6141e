/** Use cases about limits. */
package dev.parley.application.port.in.limit;
