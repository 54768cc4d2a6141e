/** What every feature may use; it depends on none of them. */
package dev.parley.domain.shared;
