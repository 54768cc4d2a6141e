/** Rate limits shared by all nodes, in PostgreSQL. */
package dev.parley.adapters.persistence.limit;
