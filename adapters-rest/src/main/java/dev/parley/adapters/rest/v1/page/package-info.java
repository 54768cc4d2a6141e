/** Lists in pages, and the opaque cursors between these. */
package dev.parley.adapters.rest.v1.page;
