/** What callers may ask of the core about activities. */
package dev.parley.application.port.in.activity;
