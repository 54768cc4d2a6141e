/** Pages of lists, and opaque cursors. */
package dev.parley.adapters.rest.v1.page;
