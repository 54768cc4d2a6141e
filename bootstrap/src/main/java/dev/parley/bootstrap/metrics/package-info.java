/** Metrics for Prometheus. */
package dev.parley.bootstrap.metrics;
