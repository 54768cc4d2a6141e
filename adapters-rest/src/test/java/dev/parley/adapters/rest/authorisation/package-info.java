/** Who is answered what: docs/app/authorisation.md, held to the service. */
package dev.parley.adapters.rest.authorisation;
