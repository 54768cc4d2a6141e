/** What is measured, for Prometheus. */
package dev.parley.bootstrap.metrics;
