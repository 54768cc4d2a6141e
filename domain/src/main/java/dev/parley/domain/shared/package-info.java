/** Values and exceptions that every feature uses; this package depends on no other. */
package dev.parley.domain.shared;
