/** Maintenance jobs of a node. */
package dev.parley.bootstrap.maintenance;
