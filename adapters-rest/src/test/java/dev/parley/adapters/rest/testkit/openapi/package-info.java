/** Holds what the server answers to what the OpenAPI document says. */
package dev.parley.adapters.rest.testkit.openapi;
