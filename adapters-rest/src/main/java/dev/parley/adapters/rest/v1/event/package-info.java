/** What has happened to the caller, one thing after the other. */
package dev.parley.adapters.rest.v1.event;
