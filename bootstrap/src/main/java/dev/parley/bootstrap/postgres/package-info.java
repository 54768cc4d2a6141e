/**
 * The embedded PostgreSQL server: a process on loopback with its cluster in the data directory, so that a fresh clone needs no
 * database.
 *
 * <p>The binaries come from Maven artifacts. Parley initialises, starts and stops the server with PostgreSQL's own programs: the
 * usual library for these binaries is for tests, trusts every connection and switches durability off.
 */
@NullMarked
package dev.parley.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
