/** A server around the REST adapter, and clients for it. */
package dev.parley.adapters.rest.testkit;
