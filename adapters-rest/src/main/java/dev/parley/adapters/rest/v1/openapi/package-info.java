/** Serves openapi.yaml, the specification of v1. */
package dev.parley.adapters.rest.v1.openapi;
