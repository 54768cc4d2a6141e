/** What every request to v1 goes through. */
package dev.parley.adapters.rest.v1.http;
