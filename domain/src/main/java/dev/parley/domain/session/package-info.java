/** Logins and the tokens that stand for them. */
package dev.parley.domain.session;
