/** The v1 API. */
package dev.parley.adapters.rest.v1;
