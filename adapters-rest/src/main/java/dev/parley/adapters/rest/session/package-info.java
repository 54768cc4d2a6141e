/** Authentication by session token. */
package dev.parley.adapters.rest.session;
