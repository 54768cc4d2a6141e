/** What operators can type. */
package dev.parley.bootstrap.command;
