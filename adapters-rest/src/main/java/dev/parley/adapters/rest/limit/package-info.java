/** Rate limits of requests and their response headers. */
package dev.parley.adapters.rest.limit;
