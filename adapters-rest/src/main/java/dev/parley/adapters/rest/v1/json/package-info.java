/** How the bodies of v1 are written. */
package dev.parley.adapters.rest.v1.json;
