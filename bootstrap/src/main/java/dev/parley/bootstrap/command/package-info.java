/** Commands for operators. */
package dev.parley.bootstrap.command;
