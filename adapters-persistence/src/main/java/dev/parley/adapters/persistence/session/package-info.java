/** Logins, found by the digest of their token. */
package dev.parley.adapters.persistence.session;
