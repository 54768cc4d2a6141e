/** Who there is, and what a name and a password may be. */
package dev.parley.domain.user;
