/** The outbox of activities, the log store, and the leadership of the relay between them. */
package dev.parley.application.port.out.activity;
