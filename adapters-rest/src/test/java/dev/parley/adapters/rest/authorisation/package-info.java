/** Who is answered what: docs/authorisation.md, held to the service. */
package dev.parley.adapters.rest.authorisation;
