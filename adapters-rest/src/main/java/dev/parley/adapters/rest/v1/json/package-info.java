/** JSON in the format of v1. */
package dev.parley.adapters.rest.v1.json;
