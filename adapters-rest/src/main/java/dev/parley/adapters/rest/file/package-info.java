/** Files that are served unchanged. */
package dev.parley.adapters.rest.file;
