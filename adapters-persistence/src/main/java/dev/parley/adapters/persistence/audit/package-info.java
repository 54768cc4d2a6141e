/** Full-table scans for {@code check-data}. */
package dev.parley.adapters.persistence.audit;
