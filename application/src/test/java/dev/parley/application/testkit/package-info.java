/** In-memory adapters that can run the whole application, fixtures, and tools for tests of every module. */
package dev.parley.application.testkit;
