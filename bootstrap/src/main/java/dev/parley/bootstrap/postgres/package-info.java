/**
 * The PostgreSQL server that the service brings along: started as a child process on loopback, its cluster in the data
 * directory, so that a fresh clone needs no database of its own.
 *
 * <p>The binaries come from Maven artifacts; everything else (initialising, starting, stopping, roles) is done here with
 * PostgreSQL's own programs, because the library that usually goes with those binaries is made for tests: it trusts every
 * connection and switches durability off.
 */
@NullMarked
package dev.parley.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
