/** What the core needs of its adapters for session. */
package dev.parley.application.port.out.session;
