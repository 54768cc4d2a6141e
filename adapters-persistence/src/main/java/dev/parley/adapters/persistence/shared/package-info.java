/** What every store over PostgreSQL needs: connections, transactions, value types, and failures by name. */
package dev.parley.adapters.persistence.shared;
