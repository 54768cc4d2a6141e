/** The running service. */
package dev.parley.bootstrap;
