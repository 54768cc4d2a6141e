/** Checks docs/app/authorisation.md against the service. */
package dev.parley.adapters.rest.authorisation;
