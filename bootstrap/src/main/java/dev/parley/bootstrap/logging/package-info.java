/** Where log lines go. */
package dev.parley.bootstrap.logging;
