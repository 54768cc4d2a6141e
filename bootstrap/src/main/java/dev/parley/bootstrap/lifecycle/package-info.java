/** The order in which the parts of a process start and stop. */
package dev.parley.bootstrap.lifecycle;
