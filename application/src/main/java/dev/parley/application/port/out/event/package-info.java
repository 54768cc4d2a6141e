/** What the core needs to keep the events of users and to tell of them. */
package dev.parley.application.port.out.event;
