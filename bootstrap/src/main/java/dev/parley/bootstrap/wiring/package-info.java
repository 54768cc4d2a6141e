/** The Guice modules of a process. */
package dev.parley.bootstrap.wiring;
