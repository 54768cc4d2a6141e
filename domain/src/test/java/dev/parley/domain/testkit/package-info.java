/** Tools for tests of the rules. */
package dev.parley.domain.testkit;
