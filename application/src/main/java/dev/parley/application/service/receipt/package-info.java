/** Readings. */
package dev.parley.application.service.receipt;
