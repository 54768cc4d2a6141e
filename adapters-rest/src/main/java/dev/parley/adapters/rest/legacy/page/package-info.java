/** Page numbers and page links of the legacy API. */
package dev.parley.adapters.rest.legacy.page;
