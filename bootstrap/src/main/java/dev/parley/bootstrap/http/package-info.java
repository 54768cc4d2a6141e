/** What surrounds every request: its id, its line in the log, its answer when it is too broken. */
package dev.parley.bootstrap.http;
