/** The activities of the caller. */
package dev.parley.adapters.rest.v1.activity;
