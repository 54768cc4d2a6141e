/** What the core needs of its adapters for user. */
package dev.parley.application.port.out.user;
