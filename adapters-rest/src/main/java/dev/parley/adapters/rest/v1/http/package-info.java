/** Authentication and filters of v1. */
package dev.parley.adapters.rest.v1.http;
