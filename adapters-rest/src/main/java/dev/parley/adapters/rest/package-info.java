/** The HTTP APIs of the service, and what they share. */
package dev.parley.adapters.rest;
