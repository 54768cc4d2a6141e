/** The rate limits of one node. */
package dev.parley.bootstrap.limit;
