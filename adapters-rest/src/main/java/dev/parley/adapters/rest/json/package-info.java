/** Strict reading and writing of JSON, shared by all APIs. */
package dev.parley.adapters.rest.json;
