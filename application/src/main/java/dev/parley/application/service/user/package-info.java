/** The use cases about users. */
package dev.parley.application.service.user;
