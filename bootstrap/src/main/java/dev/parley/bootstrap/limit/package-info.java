/** Limits that a node keeps for itself, and whom it believes where a client is. */
package dev.parley.bootstrap.limit;
