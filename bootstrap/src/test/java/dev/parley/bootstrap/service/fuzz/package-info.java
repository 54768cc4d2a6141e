/** Requests that nobody should send, made from those that are good, and what every answer to them must be. */
package dev.parley.bootstrap.service.fuzz;
