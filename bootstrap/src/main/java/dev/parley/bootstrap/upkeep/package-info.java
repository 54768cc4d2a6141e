/** What a node tidies up while it runs. */
package dev.parley.bootstrap.upkeep;
