/** Page numbers and the links between pages. */
package dev.parley.adapters.rest.classic.page;
