/** Request filters and request data that all APIs share. */
package dev.parley.adapters.rest.request;
