/** Login sessions, tokens and stream tickets. */
package dev.parley.domain.session;
