/** The response bodies of the legacy API. */
package dev.parley.adapters.rest.legacy.json;
