/** Erases accounts. */
package dev.parley.application.service.erasure;
