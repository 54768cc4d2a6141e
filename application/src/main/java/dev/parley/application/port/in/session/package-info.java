/** Use cases to log in and out, to authenticate, and to manage sessions. */
package dev.parley.application.port.in.session;
