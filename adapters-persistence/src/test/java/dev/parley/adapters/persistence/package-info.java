/** PostgreSQL for tests, this module's and those of others. */
package dev.parley.adapters.persistence;
