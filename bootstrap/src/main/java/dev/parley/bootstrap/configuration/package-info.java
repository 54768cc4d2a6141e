/** The keys of config.yml. */
package dev.parley.bootstrap.configuration;
