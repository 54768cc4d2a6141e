/** Compares the exchanges of the test server with the API document. */
package dev.parley.adapters.rest.testkit.openapi;
