/** The store of users, their locks, and password hashing. */
package dev.parley.application.port.out.user;
