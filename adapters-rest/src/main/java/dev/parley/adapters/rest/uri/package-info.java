/** Paths and queries as they stand in a URL, read so that nothing odd in them is an error. */
package dev.parley.adapters.rest.uri;
