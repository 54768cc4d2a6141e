/** Where the two stores are, how they are reached, and their schemas. */
package dev.parley.bootstrap.store;
