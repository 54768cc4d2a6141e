/** What went wrong, before a surface puts it into its own words. */
package dev.parley.adapters.rest.error;
