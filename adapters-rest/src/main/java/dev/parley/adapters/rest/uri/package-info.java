/** Lenient decoding of paths and queries: no input is an error. */
package dev.parley.adapters.rest.uri;
