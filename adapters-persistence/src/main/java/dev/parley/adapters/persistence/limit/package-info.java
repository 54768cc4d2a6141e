/** Limits that all nodes keep together, in PostgreSQL. */
package dev.parley.adapters.persistence.limit;
