/** Reads and tells of the events of users. */
package dev.parley.application.service.event;
