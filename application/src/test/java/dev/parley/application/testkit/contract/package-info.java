/** What every adapter of an out-port must do, one abstract test class a port. Run by the in-memory adapters and the real. */
package dev.parley.application.testkit.contract;
