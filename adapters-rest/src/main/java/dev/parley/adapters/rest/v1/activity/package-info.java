/** What the caller has done. */
package dev.parley.adapters.rest.v1.activity;
