/** The use cases about activities. */
package dev.parley.application.service.activity;
