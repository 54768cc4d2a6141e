/** JSON from and to the wire: strict, within bounds, and in the words of no surface. */
package dev.parley.adapters.rest.json;
