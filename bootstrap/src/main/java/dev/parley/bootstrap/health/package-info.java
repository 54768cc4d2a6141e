/** Health checks and probes. */
package dev.parley.bootstrap.health;
