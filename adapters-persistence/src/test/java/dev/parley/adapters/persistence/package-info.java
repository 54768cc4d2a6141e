/** PostgreSQL for the tests of this and other modules. */
package dev.parley.adapters.persistence;
