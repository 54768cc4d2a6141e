/** Use cases to read the activity log. */
package dev.parley.application.port.in.activity;
