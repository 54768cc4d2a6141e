/** Use cases to register, find and manage users. */
package dev.parley.application.port.in.user;
